import type { ReasonOption } from '@sidan/types/orders'

/** Why something does not take place, as it is told to whoever signed up. */
export const cancelReasons: readonly ReasonOption[] = [
  { code: 'weather', text: '天气不好' },
  { code: 'place', text: '场地用不了' },
  { code: 'host', text: '带的人来不了' },
  { code: 'few', text: '人太少，凑下一次' },
]

/** The reason and what was added, within what a notice carries. */
export const cancelWords = (code: string, added: string | undefined): string => {
  const reason = cancelReasons.find((option) => option.code === code)?.text ?? ''
  return (added ? `${reason}，${added}` : reason).slice(0, 100)
}
