import Taro from '@tarojs/taro'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { Box } from './box.tsx'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { modeClasses, scaleOver, setElder, useModes } from './modes.ts'
import { TitleBar, type TitleBarProps } from './title-bar.tsx'
import { ToastHost } from './toast.tsx'
import './tokens.css'
import './page.css'

export interface PageProps extends TitleBarProps {
  readonly children: ReactNode
  /** One `Notice` on top at most: no signal, or what must be known before anything else. */
  readonly notice?: ReactNode
  /** `BottomBar` with the page's own action. */
  readonly bar?: ReactNode
  /** `TabBar` on tab pages. */
  readonly tabs?: ReactNode
  /** `CallButton`; in elder mode it closes every page, in normal mode the page places what it needs. */
  readonly call?: ReactNode
  /** `PageFoot` on entry pages. */
  readonly foot?: ReactNode
  /** Desk: instead of the title bar. Then the page is as wide as the window, up to 1440. */
  readonly deskBar?: ReactNode
}

/** The outer element of every page: modes, title, one notice, content, bars, toasts. 换回标准字号 is always visible in elder mode. */
export function Page({ children, notice, bar, tabs, call, foot, deskBar, ...title }: PageProps) {
  const modes = useModes()
  const scale = scaleOver(modes)
  const desk = modes.desk && !modes.elder && Boolean(deskBar)
  const style: CSSProperties = scale ? { '--fs': scale } : {}
  usePaper(title.title, modes.dark)
  return (
    <Box className={classes(modeClasses(modes), 'sd-page', desk && 'sd-page-desk')} style={style}>
      {desk ? deskBar : <TitleBar {...title} />}
      <Box as="main" className="sd-main">
        {notice}
        {children}
        {modes.elder ? call : null}
        {modes.elder ? (
          <Button kind="text" onPress={() => setElder(false)}>
            换回标准字号
          </Button>
        ) : null}
        {foot}
      </Box>
      {bar}
      {tabs}
      <ToastHost />
    </Box>
  )
}

/** What lies around the page's element: the window's title, and the ground that shows when a page is pulled beyond its end. */
function usePaper(title: string, dark: boolean): void {
  useEffect(() => {
    const paper = dark ? '#0E1412' : '#F1F4F1'
    if (process.env.TARO_ENV === 'h5') {
      document.title = title
      document.body.style.backgroundColor = paper
      document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
      return
    }
    Taro.setBackgroundColor({ backgroundColor: paper, backgroundColorTop: paper, backgroundColorBottom: paper })
    Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor: paper })
  }, [title, dark])
}
