import type { Suggestion, SuggestionPart } from '@sidan/types/dispatch'

const places = {
  sameStation: '就在本站',
  sameInstitute: '同一个街道',
  adjacent: '住在隔壁街道',
  elsewhere: '住得远',
} as const

/** One part of a suggestion's score as a reason; the points stand behind it. */
export function partWords({ kind, fits, detail }: SuggestionPart, moment: (at: string) => string): string {
  const count = detail.count ?? 0
  if (kind === 'skill') return fits ? (count > 0 ? `会做，做过 ${count} 次` : '会做，还没做过这一项') : '没登记这门手艺'
  if (kind === 'nearness') return places[detail.place ?? 'elsewhere']
  if (kind === 'availability')
    return detail.clashAt ? `${moment(detail.clashAt)} 还有一单，有点赶` : fits ? '这个时间有空' : '这个时间没说有空'
  if (kind === 'load') return count === 0 ? '这个月还没接单' : `这个月接了 ${count} 单`
  if (kind === 'coverage') return fits ? '近来去得少，该轮到了' : '近来去得多'
  return detail.count === null ? '还没人评过' : `评价 ${count}%`
}

/** 40+22+20+10, beside the sum of 92. */
export const scoreSum = ({ parts }: Suggestion): string => parts.map((part) => part.points).join('+')

export const nearnessWords = (place: keyof typeof places): string => places[place]
