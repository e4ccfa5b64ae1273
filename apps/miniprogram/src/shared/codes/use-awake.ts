import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Keeps the screen lit while the page is open, where the device can. */
export function useAwake(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return awakeBrowser()
    void Taro.setKeepScreenOn({ keepScreenOn: true })
    return () => void Taro.setKeepScreenOn({ keepScreenOn: false })
  }, [])
}

/** A browser lets go of it each time the page is hidden; older ones cannot at all. */
function awakeBrowser(): () => void {
  const { wakeLock }: { wakeLock?: WakeLock } = navigator
  if (!wakeLock) return () => undefined
  let held: WakeLockSentinel | undefined
  const hold = async () => {
    if (document.visibilityState !== 'visible') return
    // Refused on an empty battery: then it goes dark, and nothing is lost.
    held = await wakeLock.request('screen').catch(() => undefined)
  }
  void hold()
  document.addEventListener('visibilitychange', hold)
  return () => {
    document.removeEventListener('visibilitychange', hold)
    void held?.release()
  }
}
