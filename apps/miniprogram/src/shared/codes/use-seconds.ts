import { useEffect, useState } from 'react'
import { type Clocks, readClocks } from './server-time.ts'

/** The device's clocks, read anew each second. */
export function useSeconds(): Clocks {
  const [clocks, setClocks] = useState(readClocks)
  useEffect(() => {
    const timer = setInterval(() => setClocks(readClocks()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return clocks
}
