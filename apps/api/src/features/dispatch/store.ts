import type { Tx } from '../../platform/db.ts'

export interface TargetRow {
  id: string
  name: string
  skills: string[]
  qualifications: string[]
}

/** An active volunteer of the county. */
export async function findVolunteer(tx: Tx, personId: string): Promise<TargetRow | undefined> {
  const [row] = await tx.rows<TargetRow>({
    name: 'dispatch.volunteer',
    text: `select p.id, p.display_name as name, v.skills, v.qualifications from volunteers v
      join people p on p.county_id = v.county_id and p.id = v.person_id
      where v.county_id = $1 and v.person_id = $2 and v.active and p.closed_at is null`,
    values: [tx.countyId, personId],
  })
  return row
}

/** Leaders of an active team; empty when there is no such team. */
export async function findLeaders(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'dispatch.leaders',
    text: `select m.person_id from teams t join team_members m on m.county_id = t.county_id and m.team_id = t.id and m.leads
      where t.county_id = $1 and t.id = $2 and t.active`,
    values: [tx.countyId, teamId],
  })
  return rows.map((row) => row.person_id)
}
