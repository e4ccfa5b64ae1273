import type { FraudDecision } from '@sidan/types/fraud'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import type { Tone } from '../../shared/ui/tag.tsx'
import type { TimelineEvent } from '../../shared/ui/timeline.tsx'

export const stateLooks: Record<FraudDecision['state'], readonly [string, IconName, Tone]> = {
  told: ['可以申诉', 'hourglass', 'info'],
  appealed: ['申诉中', 'hourglass', 'info'],
  standing: ['生效了', 'document', 'stone'],
  lifted: ['取消了', 'check-circle', 'brand'],
  ended: ['结束了', 'cross', 'stone'],
}

/** What it means now, in a sentence or two; `lastDay` is the last on which one may appeal. */
export function meaningWords({ state, points, owedPoints }: FraudDecision, lastDay: string): string {
  const paid = points - owedPoints
  if (state === 'told')
    return `现在什么也没扣。到${lastDay}为止可以申诉；不申诉，过后欠 ${points} 分，以后挣的积分先还。`
  if (state === 'appealed') return '申诉送到了，由另一位负责人来看。看完以前什么也不扣。'
  if (state === 'lifted') return '这份认定不算了，一分也不用还；还过的已经退回。'
  if (state === 'ended') return '账号注销了，欠的不用还。'
  if (points === 0) return '花掉的已经退回来了，没有要还的。'
  if (owedPoints === 0) return `欠的 ${points} 分还清了。`
  return `欠 ${points} 分${paid > 0 ? `，还了 ${paid} 分，还差 ${owedPoints} 分` : ''}。以后挣的积分先还；不再做志愿服务，也没有人来要。`
}

/** What happened, the first first. */
export function eventsOf(decision: FraudDecision, moment: (at: string) => string): TimelineEvent[] {
  const { decided, appeal, answer, standingAt, lifted, unitName } = decision
  const line = (key: string, what: string, { at, words }: { at: string; words?: string }): TimelineEvent => ({
    key,
    what,
    when: moment(at),
    why: words,
  })
  return [
    line('decided', `${unitName}${decided.byName}认定：不是真实的服务`, decided),
    ...(appeal ? [line('appeal', '本人申诉', appeal)] : []),
    ...(answer ? [line('answer', `${answer.byName}看了申诉：认定${answer.upheld ? '不变' : '取消'}`, answer)] : []),
    ...(standingAt && !answer ? [line('standing', '没有申诉，生效', { at: standingAt })] : []),
    ...(lifted ? [line('lifted', `${lifted.byName}取消认定`, lifted)] : []),
  ]
}
