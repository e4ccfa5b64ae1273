import { getTimeBank, type TimeBank } from '@sidan/types/time-bank'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { GivePart } from './give-part.tsx'
import { Movements } from './movements.tsx'
import { PoolPart } from './pool-part.tsx'
import { SavePart } from './save-part.tsx'
import { TakePart } from './take-part.tsx'

const load = () => call(getTimeBank)

/** 时间银行: what was served can be saved once, given to somebody close, and spent on help; the hours themselves stay. */
export default function TimeBankPage() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="时间银行" load={{ value, failure, reload }} shapes={['card', 'card', 'rows']}>
      {value ? (
        <>
          <Held bank={value} />
          <SavePart bank={value} onDone={reload} />
          <GivePart bank={value} onDone={reload} />
          <PoolPart bank={value} onDone={reload} />
          <TakePart onDone={reload} />
          <Movements key={value.ownMinutes + value.receivedMinutes + value.heldMinutes} />
        </>
      ) : null}
    </Screen>
  )
}

function Held({ bank: { ownMinutes, receivedMinutes, heldMinutes } }: { bank: TimeBank }) {
  return (
    <Card>
      <Stat size="hero" kind="hours" label="能用的时间" parts={minuteParts(ownMinutes + receivedMinutes)} />
      <Box className="sd-ink-2">
        {`自己的 ${minutesWords(ownMinutes)}，别人送的 ${minutesWords(receivedMinutes)}${heldMinutes > 0 ? `，另外占着 ${minutesWords(heldMinutes)}` : ''}`}
      </Box>
      <Box className="t-small sd-ink-2">存、送、用都不动您的服务时长、星级和证明；不能买卖</Box>
    </Card>
  )
}
