import { signColourWords } from '@sidan/types/benefits'
import { addDays, civilDay, monthSpan } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import type { WrittenSheet } from '../../platform/sheets.ts'
import { writeAudits } from '../audit/write-audit.ts'
import { daySign } from '../benefits/render-sign.ts'
import type { Actor } from '../roles/rules.ts'
import { findAsked } from './reads.ts'
import { findHolders, type HolderRow } from './store.ts'

/**
 * The list for whoever gives the benefit, whole. A carrier reads the number and what others may read of a name (rule-24); an insurer needs the full name where it
 * was told, which the words of the consent say. That each of them was passed on is audited.
 */
export async function renderList(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { benefit?: string | undefined; period?: string | undefined },
): Promise<WrittenSheet[]> {
  const { benefit, period } = await findAsked(tx, actor, asked)
  const holders = await findHolders(tx, benefit.code, period)
  const subjectIds = holders.map(({ cardId }) => cardId)
  await writeAudits(tx, { actorId: actor.personId, action: 'pass-on', subjectKind: 'benefit-card', subjectIds })
  const insured = benefit.kind === 'insurance'
  const list = {
    name: '名单',
    head: ['序号', '志愿者编号', insured ? '姓名' : '称呼', '开通日期'],
    rows: holders.map((holder, index) => [
      String(index + 1),
      holder.volunteerNo,
      insured ? fullName(tx, crypto, holder) : holder.holderName,
      civilDay(holder.openedAt),
    ]),
    widths: [8, 22, 16, 14],
  }
  return benefit.kind === 'show' ? [list, signs(tx, crypto, period)] : [list]
}

function fullName(tx: Tx, crypto: Crypto, { personId, nameSealed, holderName }: HolderRow): string {
  const place = { countyId: tx.countyId, table: 'people', column: 'name_sealed', id: personId }
  return nameSealed === null ? holderName : crypto.open(nameSealed, place)
}

/** Each day's word and colour, so that whoever looks at a card can compare. */
function signs(tx: Tx, crypto: Crypto, month: string): WrittenSheet {
  const { to } = monthSpan(month)
  const rows: string[][] = []
  for (let day = `${month}-01`; day < civilDay(to); day = addDays(day, 1)) {
    const { word, colour } = daySign(crypto, tx.countyId, day)
    rows.push([day, word, signColourWords[colour]])
  }
  return { name: '每天的暗号', head: ['日期', '暗号', '颜色'], rows, widths: [14, 12, 8] }
}
