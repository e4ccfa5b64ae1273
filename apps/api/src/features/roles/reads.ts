import { AgeBand } from '@sidan/types/ages'
import type { AnswerOf } from '@sidan/types/endpoint'
import { CountyId } from '@sidan/types/ids'
import { UnitTier } from '@sidan/types/organisation'
import { type acceptInvitation, type nameDeputy, Role } from '@sidan/types/roles'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { standingFieldsSql } from '../standing/reads.ts'
import type { Actor } from './rules.ts'

const todaySql = `($3::timestamptz at time zone 'Asia/Shanghai')::date`

/**
 * Scalar subquery over $1 (county), $2 (person) and $3 (the moment): the actor as JSON, or null when the person is gone or closed. It is run inside the statement that
 * claims an Idempotency-Key or opens a read, so that a role ended a moment ago no longer counts.
 */
export const actorSql = `select json_build_object(
    'countyId', p.county_id, 'personId', p.id, 'displayName', p.display_name, 'homeStationId', p.home_station_id,
    'volunteer', (select json_build_object('skills', v.skills, ${standingFieldsSql('v', todaySql)})
      from volunteers v where v.county_id = p.county_id and v.person_id = p.id and v.active),
    'ledTeamIds', array(select m.team_id from team_members m where m.county_id = p.county_id and m.person_id = p.id and m.leads),
    'policyVersion', (select coalesce(max(v.version), 0) from policies v where v.county_id = p.county_id and v.in_force_at <= $3),
    'grants', coalesce((
      select json_agg(json_build_object(
          'grantId', g.id, 'role', g.role, 'unitId', g.unit_id, 'unitName', u.name, 'tier', u.tier, 'unitCode', u.code,
          'untilDay', g.until_day, 'deputyForName', dp.display_name) order by g.granted_at, g.id)
      from role_grants g
      join units u on u.county_id = g.county_id and u.id = g.unit_id
      left join role_grants d on d.county_id = g.county_id and d.id = g.deputy_for_id
      left join people dp on dp.county_id = d.county_id and dp.id = d.person_id
      where g.county_id = p.county_id and g.person_id = p.id and g.ended_at is null
        and g.from_day <= ${todaySql}
        and (g.until_day is null or g.until_day >= ${todaySql})
        and (d.id is null or d.ended_at is null)
    ), '[]'::json))
  from people p where p.county_id = $1 and p.id = $2 and p.closed_at is null`

const ActorJson = z.object({
  countyId: CountyId,
  personId: z.string(),
  displayName: z.string(),
  homeStationId: z.nullable(z.string()),
  volunteer: z.nullable(
    z.object({
      skills: z.array(z.string()),
      ageBand: z.nullable(AgeBand),
      guardianConsents: z.boolean(),
      qualifications: z.array(z.string()),
      insured: z.boolean(),
    }),
  ),
  ledTeamIds: z.array(z.string()),
  policyVersion: z.int(),
  grants: z.array(
    z.object({
      grantId: z.string(),
      role: Role,
      unitId: z.string(),
      unitName: z.string(),
      tier: UnitTier,
      unitCode: z.string(),
      untilDay: z.nullable(z.string()),
      deputyForName: z.nullable(z.string()),
    }),
  ),
})

/** The actor from what `actorSql` found; undefined when there is none. */
export function parseActor(found: unknown): Actor | undefined {
  const result = z.safeParse(ActorJson, found)
  return result.success ? result.data : undefined
}

/** A deputy's grant, as who named it sees it. */
export async function readDeputy(tx: Tx, grantId: string): Promise<AnswerOf<typeof nameDeputy>> {
  const [grant] = await tx.rows<AnswerOf<typeof nameDeputy>>({
    name: 'roles.deputy',
    text: `select id as "grantId", role, unit_id as "unitId", person_id as "personId", from_day as "fromDay", until_day as "untilDay"
      from role_grants where county_id = $1 and id = $2 and until_day is not null`,
    values: [tx.countyId, grantId],
  })
  return grant ?? refuse('not-found')
}

/** A grant of the caller's own, without anybody's stead. */
export async function readGrant(tx: Tx, actor: Actor, grantId: string): Promise<AnswerOf<typeof acceptInvitation>> {
  const [grant] = await tx.rows<AnswerOf<typeof acceptInvitation>>({
    name: 'roles.grant',
    text: `select g.id as "grantId", g.role, g.until_day as "untilDay", null as "deputyForName",
        json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit
      from role_grants g join units u on u.county_id = g.county_id and u.id = g.unit_id
      where g.county_id = $1 and g.id = $2 and g.person_id = $3 and g.deputy_for_id is null`,
    values: [tx.countyId, grantId, actor.personId],
  })
  return grant ?? refuse('not-found')
}
