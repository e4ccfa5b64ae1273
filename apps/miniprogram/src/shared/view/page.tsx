import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useState } from 'react'
import type { Failure } from '../api/call.ts'
import { problemText } from '../api/problem-text.ts'
import { readElder } from '../session/session.ts'
import { Button } from './button.tsx'

interface Props {
  title?: string
  /** Nothing to show yet. */
  loading?: boolean
  failure?: Failure | undefined
  onRetry?: () => void
}

/** The outer element of every page: theme, title, and the three states every page has — loading, failed with a retry, and there. */
export function Page({ title, loading, failure, onRetry, children }: PropsWithChildren<Props>) {
  const [elder, setElder] = useState(readElder)
  useDidShow(() => setElder(readElder()))
  return (
    <View className={`sd${elder ? ' elder' : ''}`}>
      {title && <View className="sd-title">{title}</View>}
      {failure && (
        <View className="sd-notice warm">
          <View>{problemText(failure)}</View>
          {onRetry && (
            <Button kind="text" onTap={onRetry}>
              再试一次
            </Button>
          )}
        </View>
      )}
      {loading && !failure ? <View className="sd-card sd-hint">正在取……</View> : children}
    </View>
  )
}
