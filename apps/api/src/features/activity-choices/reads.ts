import type { countActivities } from '@sidan/types/activities'
import type { getActivityForm } from '@sidan/types/activity-forms'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { foundSql, isCounty, weeksAhead } from '../activity-cards/reads.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { type Actor, deskOf } from '../roles/rules.ts'

type Choices = AnswerOf<typeof countActivities>
type Form = AnswerOf<typeof getActivityForm>
interface Row {
  places: Choices['places']
  platforms: { code: string; count: number }[]
  skills: Choices['skills']
}

const choicesSql = `with found as (
    select a.id, a.platform_code, u.tier, u.id as unit_id, u.institute_id
    from activities a join units u on u.county_id = a.county_id and u.id = a.unit_id
    where ${foundSql()} and exists (select 1 from shifts s where s.county_id = a.county_id and s.activity_id = a.id and s.state = 'open'
      and s.ends_at > $2 and s.starts_at < $3))
  select
    (select coalesce(json_agg(json_build_object('unitId', p.id, 'name', p.name, 'count', (select count(*)::int from found f
        where f.institute_id = p.id or f.unit_id = p.id or p.tier = 'center' and f.tier = 'department')) order by p.tier <> 'center', p.code), '[]')
      from units p where p.county_id = $1 and p.active and p.tier in ('center', 'institute')) as places,
    (select coalesce(json_agg(g), '[]') from (select f.platform_code as code, count(*)::int as count from found f
      where f.platform_code is not null group by 1) g) as platforms,
    (select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name, 'count', g.count,
        'yours', exists (select 1 from volunteers v where v.county_id = $1 and v.person_id = $4 and s.code = any (v.skills))) order by s.code), '[]')
      from (select o.skill, count(distinct f.id)::int as count from found f join openings o on o.county_id = $1 and o.activity_id = f.id
        where o.skill is not null group by 1) g
      join skills s on s.county_id = $1 and s.code = g.skill) as skills`

/** 哪里有: the coming four weeks by place, platform and skill. */
export async function readActivityChoices(tx: Tx, actor: Actor | undefined): Promise<Choices> {
  const until = momentOf(addDays(civilDay(tx.now), weeksAhead * 7 + 1))
  const [row] = await tx.rows<Row>({
    name: 'activity-choices.counts',
    text: choicesSql,
    values: [tx.countyId, tx.now, until, actor?.personId ?? null],
  })
  if (!row || (row.places.length === 0 && !(await isCounty(tx)))) return refuse('not-found')
  const counts = new Map(row.platforms.map(({ code, count }) => [code, count]))
  const policy = await policyOf(tx, await policyVersionAt(tx))
  return {
    places: row.places,
    platforms: policy.platforms.flatMap(({ code, name }) => {
      const count = counts.get(code) ?? 0
      return count > 0 ? [{ code, name, count }] : []
    }),
    skills: row.skills,
  }
}

interface Named {
  skills: Form['skills']
  qualifications: Form['qualifications']
}

/** What whoever writes an activity can name. */
export async function readActivityForm(tx: Tx, actor: Actor): Promise<Form> {
  if (!deskOf(actor) && actor.ledTeamIds.length === 0) return refuse('not-allowed')
  const [row] = await tx.rows<Named>({
    name: 'activity-choices.form',
    text: `select (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by code), '[]') from skills
        where county_id = $1) as skills,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by sort_no, code), '[]') from qualification_kinds
        where county_id = $1) as qualifications`,
    values: [tx.countyId],
  })
  const { platforms } = await policyOf(tx, actor.policyVersion)
  return { platforms: platforms.map(({ code, name }) => ({ code, name })), skills: [], qualifications: [], ...row }
}
