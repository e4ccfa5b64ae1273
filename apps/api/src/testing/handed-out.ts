/** A voucher that the center handed out, as the path of a request names it. */
import { verifyVoucher } from '@sidan/types/rewards'
import type { World } from './world.ts'

export async function handedOut(w: World): Promise<{ redemptionId: string }> {
  const { code, redemptionId } = await w.voucher()
  await w.done('center', verifyVoucher, { body: { voucher: code ?? '' } })
  return { redemptionId }
}
