/** Amounts in words: minutes of service never as decimals, points with their sign, counts in groups of three. No `Intl`. */

/** A figure and the unit beside it, for `Stat`. */
export interface FigurePart {
  readonly figure: string
  readonly unit: string
}

/** 90 → 1 小时 30 分; 47 → 47 分钟; 120 → 2 小时; as parts, so that figures can be set large. */
export function minuteParts(minutes: number): FigurePart[] {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return [{ figure: String(rest), unit: '分钟' }]
  const parts = [{ figure: grouped(hours), unit: '小时' }]
  return rest === 0 ? parts : [...parts, { figure: String(rest), unit: '分' }]
}

/** 1 小时 30 分 */
export const minutesWords = (minutes: number): string =>
  minuteParts(minutes)
    .map((part) => `${part.figure} ${part.unit}`)
    .join(' ')

/** +3, −20 (a real minus sign), 0 — a change of points. */
export const signed = (amount: number): string =>
  amount > 0 ? `+${grouped(amount)}` : amount < 0 ? `−${grouped(-amount)}` : '0'

/** 1,284 */
export const grouped = (count: number): string =>
  `${count < 0 ? '−' : ''}${String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ',')}`

/** 94.6% of a part and its whole, one decimal, never rounded up to 100 when something is missing; 0 of 0 is 没有. */
export function percentWords(part: number, whole: number): string {
  if (whole === 0) return '没有'
  const tenths = Math.round((part * 1000) / whole)
  const shown = part < whole ? Math.min(tenths, 999) : tenths
  return `${Math.floor(shown / 10)}${shown % 10 === 0 ? '' : `.${shown % 10}`}%`
}

/** 4208****0317 and 138****0126: the first and last characters of a number people must not read in full. */
export function masked(value: string): string {
  const digits = value.replace(/[\s-]/g, '')
  const head = digits.length > 11 ? 4 : 3
  return digits.length < 8 ? '*'.repeat(digits.length) : `${digits.slice(0, head)}****${digits.slice(-4)}`
}

/** The surname in an avatar: the first character of a name as the page shows it, never more; 小郑 and 老吴 by what follows 小 or 老. */
export const avatarCharacter = (name: string): string => (/^[小老]./.test(name) ? name.charAt(1) : name.charAt(0))
