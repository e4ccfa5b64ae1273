import { getPointsTrial, type PointsTrial } from '@sidan/types/points-trials'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { MonthsLine } from '../months-line.tsx'
import { changesOf, knobsOf } from './knobs.ts'
import { PeoplePart, PlatformsCard, SumCard } from './result-parts.tsx'
import { TurnSheet } from './turn-sheet.tsx'

/** 试算: other points on a month that is over, before they count: who would gain, who would lose. For the county's keeper. */
export default function TrialPage() {
  /** Empty: the last whole month. */
  const [month, setMonth] = useState('')
  const [tried, setTried] = useState<PointsTrial['present']>()
  const [turning, setTurning] = useState(false)
  const query = {
    ...(month === '' ? {} : { month }),
    ...(tried === undefined ? {} : { candidate: JSON.stringify(tried) }),
  }
  const { value, failure, reload } = useLoad(useTrial(query))
  const changes = value ? changesOf(knobsOf(value), value.present, value.tried) : []
  const turn = (points: PointsTrial['present']) => {
    setTried(points)
    setTurning(false)
  }
  return (
    <Screen title="试算积分" load={{ value, failure, reload }} shapes={['head', 'card', 'rows']}>
      <Subject title="换个算法，看看谁多谁少" line="只算不记，给过的积分一分不动" />
      {value ? (
        <>
          <MonthsLine shown={value.month} onChoose={setMonth} />
          <SumCard trial={value} changes={changes} />
          <Button size="l" onPress={() => setTurning(true)}>
            {changes.length > 0 ? '再改改' : '改算法，算算看'}
          </Button>
          {changes.length > 0 ? (
            <Button kind="text" onPress={() => setTried(undefined)}>
              回到现在的算法
            </Button>
          ) : null}
          <PeoplePart trial={value} />
          <PlatformsCard trial={value} tries={changes.length > 0} />
          {turning ? <TurnSheet trial={value} onClose={() => setTurning(false)} onTry={turn} /> : null}
        </>
      ) : null}
    </Screen>
  )
}

/** Asks again when the month or what is tried is another. */
function useTrial({ month, candidate }: { month?: string; candidate?: string }) {
  return useCallback(
    () => call(getPointsTrial, { query: { ...(month ? { month } : {}), ...(candidate ? { candidate } : {}) } }),
    [month, candidate],
  )
}
