/**
 * What a camera or a keyboard may bring: a station's wall code, a recipient's service code, a voucher, a sign-in request, a team's code, a screen's, a benefit's.
 *
 *   https://host/q/420882-7K2M9X   a station (also `420882-7K2M9X`, or the short code alone)
 *   v1.420882.7K2M9X.117.118.<mac>   a rotating code, on a station's screen or the phone of whoever runs what is served
 *   sidan:s:7K2M9XQ4               the recipient's service code (typed: the eight characters)
 *   sidan:v:<secret>               a voucher
 *   sidan:l:<short code>           a sign-in request
 *   sidan:t:<short code>           a team to join
 *   sidan:p:<short code>           a device that asks to become a station's screen
 *   sidan:b:420882.<number>.park.117.<mac>   a volunteer's changing code for a benefit (typed: 12 to 14 digits, benefit-codes.ts)
 */

export type Scan =
  | { kind: 'station'; countyId: number | null; code: string }
  | { kind: 'service'; code: string }
  | { kind: 'voucher'; secret: string }
  | { kind: 'signIn'; code: string }
  | { kind: 'team'; code: string }
  | { kind: 'screen'; code: string }
  | RotatingScan
  | BenefitScan
  | { kind: 'typedBenefit'; digits: string }

/** A volunteer's changing code for a benefit. */
export interface BenefitScan {
  kind: 'benefit'
  countyId: number
  volunteerNo: string
  benefit: string
  step: number
  mac: string
}

export interface RotatingScan {
  kind: 'rotating'
  countyId: number
  /** The short code of who shows it. */
  screen: string
  batch: number
  step: number
  mac: string
}

const plain = (text: string) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Reads what was scanned or typed; null when it is none of ours. */
export function readScan(scanned: string): Scan | null {
  const text = scanned.trim()
  const ours = /^sidan:([svltp]):(\S{4,200})$/.exec(text)
  if (ours) {
    const [, kind, rest = ''] = ours
    if (kind === 'v') return { kind: 'voucher', secret: rest }
    if (kind === 't') return { kind: 'team', code: plain(rest) }
    if (kind === 'p') return { kind: 'screen', code: plain(rest) }
    return kind === 's' ? { kind: 'service', code: plain(rest) } : { kind: 'signIn', code: plain(rest) }
  }
  const benefit = /^sidan:b:(\d{6})\.(\d{12,14})\.([a-z][A-Za-z0-9-]{0,39})\.(\d{1,10})\.([0-9A-Z]{16})$/.exec(text)
  if (benefit) {
    const [, county, volunteerNo = '', code = '', at, seal = ''] = benefit
    return { kind: 'benefit', countyId: Number(county), volunteerNo, benefit: code, step: Number(at), mac: seal }
  }
  const [, countyId, screen = '', batch, step, mac = ''] =
    /^v1\.(\d{6})\.([0-9A-Z]{6})\.(\d{1,10})\.(\d{1,10})\.([0-9A-Z]{16})$/.exec(text) ?? []
  if (screen !== '')
    return { kind: 'rotating', countyId: Number(countyId), screen, batch: Number(batch), step: Number(step), mac }
  const station = /(?:^|\/q\/)(\d{6})-([0-9A-Za-z-]{4,12})(?:[?#].*)?$/.exec(text)
  if (station) return { kind: 'station', countyId: Number(station[1]), code: plain(station[2] ?? '') }
  const typed = plain(text)
  if (/^\d{12,14}$/.test(typed)) return { kind: 'typedBenefit', digits: typed }
  if (/^[0-9A-Z]{8}$/.test(typed)) return { kind: 'service', code: typed }
  return /^[0-9A-Z]{6}$/.test(typed) ? { kind: 'station', countyId: null, code: typed } : null
}

/** What the recipient's page and slip show as a QR code. */
export const serviceScan = (code: string): string => `sidan:s:${code}`
/** What a voucher shows. */
export const voucherScan = (secret: string): string => `sidan:v:${secret}`
/** What a team's leader shows. */
export const teamScan = (code: string): string => `sidan:t:${code}`
/** What a device shows that asks to become a station's screen. */
export const screenScan = (code: string): string => `sidan:p:${code}`
/** What a browser shows to be signed in. */
export const signInScan = (code: string): string => `sidan:l:${code}`
/** The path on a station's wall: `/q/420882-7K2M9X`. */
export const stationPath = (countyId: number, code: string): string => `/q/${countyId}-${code}`
