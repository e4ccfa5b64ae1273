import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Runs the work each time the phone finds a network again. */
export function useBackOnline(work: () => void): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    const run = () => latest.current()
    if (process.env.TARO_ENV === 'h5') {
      window.addEventListener('online', run)
      return () => window.removeEventListener('online', run)
    }
    const changed = ({ isConnected }: { isConnected: boolean }) => isConnected && run()
    Taro.onNetworkStatusChange(changed)
    return () => Taro.offNetworkStatusChange(changed)
  }, [])
}
