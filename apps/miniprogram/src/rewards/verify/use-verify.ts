import { type VerifiedUse, verifyBenefit } from '@sidan/types/benefits'
import type { ReplyOf } from '@sidan/types/endpoint'
import { verifyVoucher } from '@sidan/types/rewards'
import { readScan } from '@sidan/types/scans'
import { useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'

/** What was let through: a voucher, or one use of a benefit. */
export type Verified =
  | { kind: 'voucher'; voucher: ReplyOf<typeof verifyVoucher> }
  | { kind: 'benefit'; use: VerifiedUse }

const isBenefit = (typed: string): boolean => /enefit$/.test(readScan(typed)?.kind ?? '')

async function ask(typed: string): Promise<Outcome<Verified>> {
  if (isBenefit(typed)) {
    const used = await call(verifyBenefit, { body: { code: typed } })
    return used.ok ? { ok: true, value: { kind: 'benefit', use: used.value } } : used
  }
  const given = await call(verifyVoucher, { body: { voucher: typed } })
  return given.ok ? { ok: true, value: { kind: 'voucher', voucher: given.value } } : given
}

/** Verifies what was scanned or typed, whichever of the two it is; `unanswered` while nobody knows whether it arrived. */
export function useVerify() {
  const [done, setDone] = useState<Verified>()
  const [unanswered, setUnanswered] = useState(false)
  const { act, busy } = useAct()
  const verify = async (typed: string): Promise<Verified | undefined> => {
    setDone(undefined)
    const answer = await act<Verified | undefined>(async () => {
      const outcome = await ask(typed.trim())
      const lost = !outcome.ok && outcome.code === 'offline'
      setUnanswered(lost)
      // It may have arrived: the notice says so, and asking again sends the same key.
      return lost ? { ok: true as const, value: undefined } : outcome
    })
    setDone(answer)
    return answer
  }
  const forget = (id: string) => {
    const shown = done?.kind === 'voucher' ? done.voucher.redemptionId : done?.use.useId
    if (shown === id) setDone(undefined)
  }
  return { done, unanswered, busy, verify, forget }
}
