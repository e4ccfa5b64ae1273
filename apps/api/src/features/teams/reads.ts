import type { Tx } from '../../platform/db.ts'

/** Members of a team among the people named, with what they can do; a member who is no active volunteer can do nothing. */
export async function findMembers(
  tx: Tx,
  teamId: string,
  personIds: string[],
): Promise<{ skills: string[]; qualifications: string[] }[]> {
  return tx.rows({
    name: 'teams.members',
    text: `select v.skills, v.qualifications from team_members m
      join volunteers v on v.county_id = m.county_id and v.person_id = m.person_id and v.active
      where m.county_id = $1 and m.team_id = $2 and m.person_id = any ($3::uuid[])`,
    values: [tx.countyId, teamId, personIds],
  })
}
