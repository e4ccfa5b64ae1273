import { readScan } from '@sidan/types/scans'
import { go } from '../navigation/routes.ts'
import { readSession } from '../session/session.ts'

/** Opens the page that a scanned or typed code is for. False when it is none of ours. */
export function openScan(scanned: string): boolean {
  const scan = readScan(scanned)
  if (!scan) return false
  if (scan.kind === 'station') {
    const countyId = scan.countyId ?? readSession()?.countyId
    if (countyId === undefined) return false
    go('station', { county: String(countyId), code: scan.code })
  } else if (scan.kind === 'service') go('clock', { code: scan.code })
  else if (scan.kind === 'rotating') go('clock', { code: scanned.trim() })
  else if (scan.kind === 'voucher' || scan.kind === 'benefit' || scan.kind === 'typedBenefit')
    go('verify', { voucher: scanned.trim() })
  else if (scan.kind === 'team') go('myTeams', { code: scan.code })
  else if (scan.kind === 'screen') go('screens', { code: scan.code })
  else go('confirmSignIn', { code: scan.code })
  return true
}
