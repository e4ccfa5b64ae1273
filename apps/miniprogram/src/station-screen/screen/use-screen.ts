import type { CountyId } from '@sidan/types/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/api/call.ts'
import { useBackOnline } from '../../shared/network/use-back-online.ts'
import { advance, keepStage, keptStage, type Stage } from './stage.ts'

/** The stage of this screen, moved on as the server answers. */
export function useScreen(countyId: CountyId | undefined) {
  const [stage, setStage] = useState<Stage>(() => keptStage(countyId))
  const [failure, setFailure] = useState<Failure>()
  const [round, setRound] = useState(0)
  const latest = useRef(stage)
  const move = useCallback((next: Stage) => {
    keepStage(next, latest.current)
    latest.current = next
    setStage(next)
  }, [])
  const ask = useCallback(() => setRound((before) => before + 1), [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const run = async () => {
      const next = await advance(latest.current)
      if (over) return
      move(next.stage)
      setFailure(next.failure)
      if (next.waitMs !== undefined) timer = setTimeout(run, next.waitMs)
    }
    void run()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [round, move])
  useBackOnline(ask)
  const begin = (county: CountyId) => {
    move({ is: 'asking', countyId: county })
    ask()
  }
  return { stage, failure, begin, ask }
}
