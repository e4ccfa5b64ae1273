import type { AnswerOf } from '@sidan/types/endpoint'
import type { foundFamily, getFamily } from '@sidan/types/families'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'

interface Row {
  familyId: string
  code: string
  codeUntil: Date
  personId: string
  displayName: string
  shares: boolean
  joinedAt: Date
  points: number
}

/** The caller's family, who came first on top; what others have is told of who shares alone. */
export async function readFamily(tx: Tx, actor: Actor): Promise<AnswerOf<typeof getFamily>> {
  const { rewards } = await policyOf(tx, actor.policyVersion)
  if (rewards.family === null) return { on: false, family: null }
  const rows = await tx.rows<Row>({
    name: 'families.mine',
    text: `select f.id as "familyId", f.code, f.code_by as "codeUntil", m.person_id as "personId", p.display_name as "displayName", m.shares, m.joined_at as "joinedAt",
        coalesce(a.balance, 0)::int as points
      from family_members mine
      join families f on f.county_id = mine.county_id and f.id = mine.family_id
      join family_members m on m.county_id = mine.county_id and m.family_id = mine.family_id and m.left_at is null
      join people p on p.county_id = m.county_id and p.id = m.person_id
      left join accounts a on a.county_id = m.county_id and a.person_id = m.person_id and a.code = 'available'
      where mine.county_id = $1 and mine.person_id = $2 and mine.left_at is null order by m.joined_at, m.id`,
    values: [tx.countyId, actor.personId],
  })
  const [first] = rows
  if (!first) return { on: true, family: null }
  const open = first.codeUntil > tx.now
  return {
    on: true,
    family: {
      familyId: first.familyId,
      mostMembers: rewards.family.mostMembers,
      code: open ? first.code : null,
      codeUntil: open ? first.codeUntil.toISOString() : null,
      members: rows.map(({ personId, displayName, shares, joinedAt, points }) => ({
        personId,
        displayName,
        oneself: personId === actor.personId,
        shares,
        availablePoints: shares || personId === actor.personId ? points : null,
        joinedAt: joinedAt.toISOString(),
      })),
    },
  }
}

/** The caller's family, who are in one. Refuses not-found. */
export async function readOwnFamily(tx: Tx, actor: Actor): Promise<AnswerOf<typeof foundFamily>> {
  return (await readFamily(tx, actor)).family ?? refuse('not-found')
}
