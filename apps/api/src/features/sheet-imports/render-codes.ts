import { setImmediate as breathe } from 'node:timers/promises'
import { civilDay } from '@sidan/types/civil'
import { roleWords } from '@sidan/types/role-words'
import { formatShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database, Tx } from '../../platform/db.ts'
import type { WrittenSheet } from '../../platform/sheets.ts'
import type { Actor } from '../roles/rules.ts'
import { readSheetInvitations } from './reads.ts'

const states = { open: '未用', accepted: '已就任', revoked: '已收回', expired: '已过期' } as const
const stepRows = 1000

/** The sheet of codes to hand out, in steps: deriving tens of thousands of codes at once would hold up everybody else. */
export async function renderCodes(
  db: Database,
  crypto: Crypto,
  actor: Actor,
  importId: string,
): Promise<WrittenSheet[]> {
  const rows: string[][] = []
  for (let afterRowNo = 0; ; ) {
    const from = afterRowNo
    const step = await db.inCounty(actor.countyId, (tx: Tx) =>
      readSheetInvitations(tx, actor, crypto, importId, { afterRowNo: from, limit: stepRows }),
    )
    for (const { unitCode, invitation } of step)
      rows.push([
        unitCode,
        invitation.unit.name,
        invitation.displayName,
        roleWords[invitation.role],
        invitation.code === null ? '' : formatShortCode(invitation.code),
        civilDay(new Date(invitation.expiresAt)),
        states[invitation.state],
      ])
    const last = step.at(-1)
    if (last === undefined) break
    afterRowNo = last.rowNo
    await breathe()
  }
  const head = ['单位代码', '单位名称', '姓氏称呼', '角色', '邀请码', '有效期至', '状态']
  return [{ name: '邀请码', head, rows, widths: [20, 36, 16, 14, 20, 14, 10] }]
}
