import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import './title-bar.css'

export interface TitleBarProps {
  readonly title: string
  /** `auto`: back where there is somewhere to go back to, else to the first page; `none` on tab pages. */
  readonly back?: 'auto' | 'none' | (() => void)
  /** At the right: ⋯ or settings, with a spoken label. On weapp it stands left of the capsule. */
  readonly action?: ReactNode
}

/** The page's own bar; the corner of WeChat's capsule (100 × 44) stays free. */
export function TitleBar({ title, back = 'auto', action }: TitleBarProps) {
  const room = process.env.TARO_ENV === 'h5' ? undefined : capsuleRoom()
  return (
    <Box as="header" className="sd-title-bar" {...(room ? { style: room } : {})}>
      {back === 'none' ? null : <BackButton onBack={back === 'auto' ? goBack : back} />}
      <Box as="h1" className={back === 'none' ? 'sd-bar-title sd-bar-title-tab' : 'sd-bar-title'}>
        {title}
      </Box>
      {action}
    </Box>
  )
}

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Press className="sd-icon-button sd-back" label="返回" onPress={onBack}>
      <Icon name="back" />
    </Press>
  )
}

/** One page back; from a page that was opened by a link or a code, to the first page. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.reLaunch({ url: '/tabs/home/home-page' })
}

function capsuleRoom() {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const height = capsule.height + (capsule.top - statusBarHeight) * 2
  return {
    paddingTop: `${statusBarHeight}px`,
    minHeight: `${statusBarHeight + height}px`,
    paddingRight: `${windowWidth - capsule.left + 8}px`,
  }
}
