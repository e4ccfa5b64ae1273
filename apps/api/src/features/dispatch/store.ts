import type { Tx } from '../../platform/db.ts'

/** Leaders of an active team, which is not closed meanwhile; empty when there is no such team. */
export async function findLeaders(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'dispatch.leaders',
    text: `select m.person_id from teams t join team_members m on m.county_id = t.county_id and m.team_id = t.id and m.rank <> 'member'
      where t.county_id = $1 and t.id = $2 and t.active for share of t`,
    values: [tx.countyId, teamId],
  })
  return rows.map((row) => row.person_id)
}
