import type { Notice, NoticeKind } from '@sidan/types/notices'
import { problemText } from '../../shared/api/problem-text.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { starWords } from '../../shared/format/star-words.ts'
import type { IconName } from '../../shared/ui/icon-shapes.ts'

/** Why a place was not for them: as who is refused reads it. */
const whyNot = (reason: Notice['reason']): string => (reason === null ? '情况有变' : problemText({ code: reason }))

type Worded = readonly [IconName, (notice: Notice) => string]

/** A civil day as people say it: 11月27日. */
const dayOf = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** Told to whose points they are. */
const backWords = (points: Notice['points']): string => (points === null ? '' : `，${points} 分还给您了`)

const told: Record<NoticeKind, Worded> = {
  'order-submitted': ['tray', ({ about }) => `来了一张单：${about}`],
  'order-triaged': ['check', ({ about }) => `「${about}」审核通过，正在找人`],
  'order-sent-back': ['return', ({ about }) => `「${about}」要补充一点，补好再交`],
  'order-rejected': ['cross', ({ about }) => `「${about}」没能办，看看为什么`],
  'order-duplicate': ['two-sheets', ({ about }) => `「${about}」并到另一张单了`],
  'order-sent-to-you': ['hourglass', ({ about }) => `「${about}」想请您去，看看行不行`],
  'order-accepted': ['hand', ({ about }) => `「${about}」有人接了`],
  'order-declined': ['plane', ({ about }) => `「${about}」对方暂不接，再派一次`],
  'order-returned': ['plane', ({ about }) => `「${about}」对方来不了，再派一次`],
  'order-dispatched-anew': ['plane', ({ about }) => `「${about}」改派给别人了`],
  'order-started': ['clock', ({ about }) => `「${about}」开始服务了`],
  'order-fulfilled': ['star', ({ about }) => `「${about}」办完了，请您评一评`],
  'order-rated': ['star', ({ about }) => `「${about}」有了评价`],
  'order-reopened': ['round-arrow', ({ about }) => `「${about}」要重新办`],
  'order-cancelled': ['cross', ({ about }) => `「${about}」撤销了`],
  'order-overdue': ['warn', ({ about }) => `「${about}」过时了，请您看一看`],
  'order-late-for-you': ['warn', ({ about }) => `「${about}」晚了，已报给上一级`],
  'you-are-going': ['people', ({ about }) => `「${about}」队长定了您去`],
  'record-check-out-late': ['clock', ({ about }) => `「${about}」的签退晚到了，时长已经定过，请看一看`],
  'time-gift-accepted': ['gift', ({ minutes }) => `您送的 ${minutesWords(minutes ?? 0)}，对方收下了`],
  'time-gift-expired': ['return', ({ minutes }) => `您送的 ${minutesWords(minutes ?? 0)}没人收，回到您这里了`],
  'action-counted': ['gift', ({ about, points }) => `给您记了「${about}」，+${points ?? 0} 分`],
  'action-count-reversed': [
    'cross',
    ({ about, words }) => `「${about}」记错了，撤回了：${words ?? ''}。花掉的积分不用还`,
  ],
  'record-on-notice': [
    'check',
    ({ about, words }) => `「${about}」审核通过，公示到 ${words ? dayOf(words) : '期满'}，没有异议就入账`,
  ],
  'record-objected': ['warn', ({ about }) => `「${about}」公示时有人提异议，请看一看`],
  'objection-dismissed': ['info', ({ about, words }) => `您对「${about}」的异议没有成立：${words ?? ''}`],
  'record-pending': ['clock', ({ about }) => `「${about}」有一条时长等审核`],
  'record-approved': [
    'check-circle',
    ({ about, minutes, points }) =>
      `「${about}」记了 ${minutesWords(minutes ?? 0)}${points ? `，积分 ${points} 分` : ''}`,
  ],
  'record-rejected': ['return', ({ about }) => `「${about}」的时长没通过，看看为什么`],
  'record-corrected': [
    'pen',
    ({ about, minutes, points, words }) =>
      `「${about}」的时长更正成 ${minutesWords(minutes ?? 0)}，积分 ${points ?? 0} 分：${words ?? ''}`,
  ],
  'record-reversed': ['cross', ({ about, words }) => `「${about}」的时长撤销了：${words ?? ''}。花掉的积分不用还`],
  'fraud-decided': [
    'document',
    ({ about, points }) => `「${about}」有一份认定，关系到 ${points ?? 0} 分。您可以申诉，看一看`,
  ],
  'fraud-appealed': ['document', ({ about }) => `「${about}」的认定有人申诉，请您看一看`],
  'fraud-upheld': [
    'info',
    ({ about, points, words }) => `「${about}」的申诉看过了，认定不变：${words ?? ''}。${owedWords(points)}`,
  ],
  'fraud-standing': ['info', ({ about, points }) => `「${about}」的认定生效了。${owedWords(points)}`],
  'fraud-lifted': [
    'check-circle',
    ({ about, points, words }) =>
      `「${about}」的认定取消了${why(words)}${points ? `。先前还的 ${points} 分退给您了` : ''}`,
  ],
  'voucher-expired': ['ticket', ({ about, points }) => `「${about}」没来领${backWords(points)}`],
  'voucher-returned': ['ticket', ({ about }) => `「${about}」算没领，券还能用`],
  'voucher-brought-back': ['ticket', ({ about, points }) => `「${about}」退货了${backWords(points)}`],
  'family-points-used': [
    'gift',
    ({ about, points, words }) => `${words ?? '家里人'}用您的 ${points ?? 0} 分换了「${about}」`,
  ],
  'family-points-back': ['gift', ({ about, points }) => `「${about}」家里人不要了${backWords(points)}`],
  'family-payer-left': ['ticket', ({ about }) => `「${about}」的券退了，出积分的家人不在了`],
  'statement-issued': ['document', ({ about, words }) => `「${about}」${words ?? ''} 的对账单出来了，请您核对`],
  'statement-disputed': ['warn', ({ about, words }) => `「${about}」的对账单有异议：${words ?? ''}`],
  'statement-answered': ['document', ({ about }) => `「${about}」对账单的异议有答复了，请您再核对`],
  'voucher-used': ['ticket', ({ about }) => `「${about}」领走了`],
  'benefit-used': ['ticket', ({ about }) => `您的礼遇「${about}」用了一次，不是您用的就告诉站里`],
  'benefit-returned': ['return', ({ about }) => `您的礼遇「${about}」撤回了一次，次数还给您了`],
  'points-expiring': [
    'clock',
    ({ about, points }) => `您有 ${points ?? 0} 分只能用到${dayOf(about)}，去换点用得上的吧`,
  ],
  'deputy-named': ['people', ({ about }) => `请您代班：${about}`],
  'activity-changed': ['calendar', ({ about }) => `「${about}」有改动，看看新的安排`],

  'signup-moved-up': ['check-circle', ({ about }) => `「${about}」候补排到您了，来不了就在报名里退出，让给下一位`],
  'signup-not-fitting': ['info', ({ about, reason }) => `「${about}」您的名额先让出来了：${whyNot(reason)}`],
  'signup-no-place': ['hourglass', ({ about }) => `「${about}」这次没排上，下次欢迎您来`],
  'signup-admitted': ['check-circle', ({ about, words }) => `「${about}」报名通过了${why(words)}`],
  'signup-refused': ['return', ({ about, words }) => `「${about}」这次没能安排${why(words)}`],
  'shift-changed': ['calendar', ({ about }) => `您报名的活动改了时间：${about}`],
  'shift-place-lost': ['calendar', ({ about }) => `活动改到 ${about}，和您另一个班撞上了，这边先替您退了`],
  'shift-cancelled': ['cross', ({ about, words }) => `「${about}」这一次不办了${why(words)}`],
  'activity-cancelled': ['cross', ({ about, words }) => `「${about}」不办了${why(words)}`],
  'child-picked-up': ['check-circle', ({ about }) => `孩子接走了：${about}`],
  'shift-reminder': ['clock', ({ about }) => `别忘了：${about}`],

  'feedback-answered': ['document', () => '您的意见有答复了'],
  'role-granted': ['people', ({ about }) => `您在${about}有岗位了，在“我的”里看`],
  'role-ended': ['people', ({ about }) => `您在${about}的岗位结束了`],
  'unit-without-keeper': ['warn', ({ about }) => `${about}现在没有专管员了，请您安排一位`],
  'team-join-asked': ['people', ({ about }) => `有人想加入「${about}」，去看看`],
  'team-join-accepted': ['people', ({ about }) => `您加入「${about}」了`],
  'team-join-refused': ['people', ({ about }) => `「${about}」这次没能让您加入，看看别的队`],
  'team-lead-named': ['people', ({ about }) => `想请您带「${about}」，您看行不行`],
  'team-without-leader': ['warn', ({ about }) => `「${about}」现在没有队长了`],
  'team-message': ['people', ({ about }) => `「${about}」队长有句话`],
  'pairing-asked': ['people', () => '想请您和一户人家结对，您看行不行'],
  'pairing-accepted': ['people', ({ about }) => `${about}答应结对了`],
  'pairing-declined': ['people', ({ about }) => `${about}这次不方便结对，再找一位`],
  'pairing-ended': ['people', () => '一份结对结束了，谢谢这段时间的陪伴'],
  'pairing-stand-in': ['people', () => '想请您替几天结对走访，您看行不行'],
  'pairing-due': ['clock', ({ about }) => `${dayOf(about)}该去看看结对的那户了`],
  'pairing-overdue': ['warn', ({ about }) => `结对走访过了日子（${dayOf(about)}），还没去成`],
  'team-closed': ['people', ({ about }) => `「${about}」解散了，您的记录都还在`],
  'qualification-waiting': ['document', ({ about }) => `有一份资质等您核：${about}`],
  'qualification-verified': ['check-circle', ({ about }) => `您的${about}核过了，可以用了`],
  'qualification-refused': ['return', ({ about }) => `您的${about}没核上，看看为什么`],
  'qualification-ending': ['clock', ({ about }) => `您的${about}三十天内到期，记得换新的`],
  'insurance-recorded': ['check-circle', ({ about }) => `给您登记了意外保险：${about}`],
  'guardian-agreed': ['check-circle', ({ about }) => `${about}同意您做志愿服务了`],
  'guardian-withdrew': ['warn', ({ about }) => `${about}收回了同意，先不要接新的服务`],
  'star-gained': [
    'star',
    ({ about, minutes }) => `您是${starWords(Number(about))}志愿者了，谢谢您这 ${minutesWords(minutes ?? 0)}`,
  ],
  'star-lost-by-rating': [
    'star',
    ({ about }) => `评分平均低了些，星级现在是：${starWords(Number(about))}。时长一分不少`,
  ],
  'star-lost-by-policy': [
    'star',
    ({ about }) => `县里的星级标准改了，星级现在是：${starWords(Number(about))}。时长一分不少`,
  ],
  'star-lost-by-reversal': [
    'star',
    ({ about }) => `有一条时长更正了，星级现在是：${starWords(Number(about))}。看看为什么`,
  ],
  'certificate-revoked': ['cross', ({ about, words }) => `您的服务记录证明 ${about} 撤销了${why(words)}`],
  'certificate-superseded': [
    'round-arrow',
    ({ about }) => `有一条记录更正了，证明 ${about} 不再有效，可以马上重新开一张`,
  ],
  'insurance-ending': ['clock', ({ about }) => `您的意外保险（${about}）三十天内到期`],
}

/** What a decision that stands means for who owes. */
const owedWords = (points: number | null): string => (points ? `欠 ${points} 分，以后挣的先还` : '没有要还的积分')

/** What somebody wrote beside it. */
const why = (words: string | null): string => (words === null ? '' : `：${words}`)

/** A notice as a sentence with its icon. */
export const noticeWords = (notice: Notice): { icon: IconName; words: string } => {
  const [icon, words] = told[notice.kind]
  return { icon, words: words(notice) }
}
