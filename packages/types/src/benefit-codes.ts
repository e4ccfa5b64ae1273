/**
 * 变动码: what a volunteer shows to use a benefit. One code per step of 15 seconds, as on a station's screen (rotating-codes.ts):
 * `sidan:b:<county>.<volunteer's number>.<benefit>.<step>.<mac>`. The mac (80 bits, base 32) can be made by the server alone and is over all that stands
 * before it: whose, where and what for. The phone holds the codes of the next ten minutes, so that a bad connection does no harm, and never the key.
 *
 * Typed, it is the number without the county's six digits, and six digits made of the mac: `0000 0312 3456`. Which benefit and which step it is for is
 * tried: there are few of both at any moment.
 */
import { codeStepMs } from './rotating-codes.ts'
import { shortCodeAlphabet } from './short-codes.ts'

/** A phone holds the codes of the next ten minutes. */
export const benefitSteps = (10 * 60_000) / codeStepMs

/** What stands before the step. */
export const benefitPrefix = (countyId: number, volunteerNo: string, benefit: string): string =>
  `sidan:b:${countyId}.${volunteerNo}.${benefit}`

/** Six digits of a mac's first thirty bits. */
export function typedMac(mac: string): string {
  const value = [...mac.slice(0, 6)].reduce((sum, character) => sum * 32 + shortCodeAlphabet.indexOf(character), 0)
  return String(value % 1_000_000).padStart(6, '0')
}

/** What can be typed instead of scanning the code, in groups of four. */
export function typedCode(code: string): string {
  const [, volunteerNo = '', , , mac = ''] = code.split('.')
  return `${volunteerNo.slice(6)}${typedMac(mac)}`.replace(/(.{4})(?=.)/g, '$1 ')
}
