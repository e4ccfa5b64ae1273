/**
 * Numbers of volunteers. Ours is the county's code, seven drawn digits and a check digit: 14 digits, so that it is never as long as an ID number, old (15) or
 * new (18), and never one (rule-18). A number of the national system may be brought along; an ID number is refused wherever a volunteer's number is asked.
 */
import * as z from 'zod/mini'

/** Luhn: one wrong digit, and nearly every swap of neighbours, is noticed. */
function checkDigitOf(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** The number made of a drawn one, 0 to 9,999,999. */
export function volunteerNoOf(countyId: number, drawn: number): string {
  const digits = `${countyId}${String(drawn).padStart(7, '0')}`
  return `${digits}${checkDigitOf(digits)}`
}

/** Whether a number was made by us and was not mistyped. */
export const isVolunteerNo = (number: string): boolean =>
  /^\d{14}$/.test(number) && checkDigitOf(number.slice(0, -1)) === Number(number.slice(-1))

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether a text is a citizen's ID number: 18 places, a day of birth that can be, and the right check character (GB 11643). */
export function isIdNumber(text: string): boolean {
  const number = oneSpelling(text)
  if (!/^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(number)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** One spelling per number: capitals, without spaces and hyphens, wide digits made narrow. */
export const oneSpelling = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** A number of the national system, 6 to 30 letters and digits. */
export const NationalVolunteerNo = z.pipe(
  z.string().check(z.maxLength(60)),
  z.pipe(z.transform(oneSpelling), z.string().check(z.regex(/^[0-9A-Z]{6,30}$/))),
)
