/** What a person reads when something was refused: what happened, what is safe, what to do. */
import type { Failure } from './call.ts'

const words: Partial<Record<Failure['code'], string>> = {
  offline: '没有信号，没送出去。您填的都还在，有网再试一次',
  'sign-in-needed': '请先登录',
  'not-allowed': '您的岗位不办这一步',
  'not-found': '找不到了，或者不归您看',
  'order-changed': '刚刚有人先动了这张单，看看现在的样子',
  'order-not-open': '这张单现在不能这样办',
  'own-order': '自己点的单要由别人来办',
  'address-needed': '上门服务要有地址',
  'slot-not-possible': '这个时间过了，换一个',
  'risk-answers-missing': '家里的情况每一项都点一下',
  'consent-needed': '替别人点单，要先得到本人同意',
  'head-count-needed': '请填大约多少人',
  'qualification-missing': '这件事要有相应的手艺或资质',
  'clock-running': '还有人没签退，先签退',
  'rating-over': '评的时间过了',
  'target-unknown': '没有这个人或这支队伍',
  'target-not-possible': '本县不这样派单',
  'own-record': '自己的记录要由别人来核',
  'over-approval-limit': '时间长，要上一级来核',
  'record-not-pending': '这条已经有人核过了',
  'not-enough-points': '积分还不够',
  'out-of-stock': '刚刚换完了',
  'over-limit': '这个月换够次数了',
  'redemption-not-held': '这张券已经用过、取消或过期了',
  'voucher-unknown': '没有这张券，再核对一下',
  'voucher-not-here': '这张券不在您这里领',
  'too-many-requests': '点得太快了，歇一会儿再试',
  'try-again': '这会儿有点忙，什么都没丢，再试一次',
}

export const problemText = (failure: Failure): string => words[failure.code] ?? '没办成，什么都没丢，再试一次'
