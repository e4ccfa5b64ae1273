import { type HeldWords, type HoldReason, listHeldWords, reviewWords, type WordsKind } from '@sidan/types/word-checks'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = (cursor?: string) => call(listHeldWords, { query: { cursor, limit: 30 } })
const kinds: Record<WordsKind, string> = {
  orderNote: '点单时说的',
  orderResult: '办完时记的',
  orderRating: '评单时说的',
  orderReopening: '要重新办时说的',
  teamWords: '队伍介绍',
  teamMessage: '队长说给队员的',
  feedback: '意见与投诉',
  activity: '活动',
  shiftReport: '活动小结',
}
const reasons: Record<HoldReason, string> = {
  risky: '微信说可能不合适',
  review: '微信拿不准',
  'no-openid': '没用微信登录过，微信查不了',
  'openid-inactive': '好久没用微信进来，微信查不了',
  'too-long': '太长，微信查不了',
  unavailable: '微信没有应答',
}

/** What WeChat’s check did not pass: a person decides whether others may read it (rule-44). */
export default function HeldWordsPage() {
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="等人看一眼的话" load={{ value, failure, reload }} shapes={['card', 'card']}>
      {items.length === 0 ? <Empty>都看过了。</Empty> : null}
      {items.map((held) => (
        <Held key={held.checkId} held={held} onDone={reload} />
      ))}
      <More onTap={more} />
    </Screen>
  )
}

function Held({ held, onDone }: { held: HeldWords; onDone: () => Promise<void> }) {
  const words = useWords()
  const { act, busy } = useAct()
  const review = async (show: boolean) => {
    if (!(await act(() => call(reviewWords, { params: { checkId: held.checkId }, body: { show } })))) return
    toast(show ? '别人看得到了' : '别人看不到')
    await onDone()
  }
  return (
    <Card odd={{ reason: reasons[held.reason] }}>
      <Box>{held.words}</Box>
      <Box className="t-small sd-ink-2">{`${held.authorName}·${kinds[held.kind]}·${words.moment(held.at)}`}</Box>
      <CardActions>
        <Button size="s" kind="soft" grow busy={busy && '正在办…'} onPress={() => void review(true)}>
          没问题，给人看
        </Button>
        <Button size="s" kind="outlined" grow onPress={() => void review(false)}>
          不给人看
        </Button>
      </CardActions>
    </Card>
  )
}
