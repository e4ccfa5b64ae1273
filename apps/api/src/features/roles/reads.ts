import { AgeBand } from '@sidan/types/ages'
import type { AnswerOf } from '@sidan/types/endpoint'
import { CountyId } from '@sidan/types/ids'
import { UnitTier } from '@sidan/types/organisation'
import type { endRole, grantRole, listGrants } from '@sidan/types/role-grants'
import { type acceptInvitation, type nameDeputy, Role } from '@sidan/types/roles'
import * as z from 'zod/mini'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { standingFieldsSql } from '../standing/reads.ts'
import { type Actor, grantableRoles, mayEnd, maySeeGrants, type UnitPlace } from './rules.ts'
import { findUnitPlace, isKept } from './store.ts'

const todaySql = `($3::timestamptz at time zone 'Asia/Shanghai')::date`

/**
 * Scalar subquery over $1 (county), $2 (person) and $3 (the moment): the actor as JSON, or null when the person is gone or closed. It is run inside the statement that
 * claims an Idempotency-Key or opens a read, so that a role ended a moment ago no longer counts.
 */
export const actorSql = `select json_build_object(
    'countyId', p.county_id, 'personId', p.id, 'displayName', p.display_name, 'homeStationId', p.home_station_id,
    'volunteer', (select json_build_object('skills', v.skills, ${standingFieldsSql('v', todaySql)})
      from volunteers v where v.county_id = p.county_id and v.person_id = p.id and v.active),
    'ledTeamIds', array(select m.team_id from team_members m where m.county_id = p.county_id and m.person_id = p.id and m.rank <> 'member'),
    'policyVersion', (select coalesce(max(v.version), 0) from policies v where v.county_id = p.county_id and v.in_force_at <= $3),
    'grants', coalesce((
      select json_agg(json_build_object(
          'grantId', g.id, 'role', g.role, 'unitId', g.unit_id, 'unitName', u.name, 'tier', u.tier, 'unitCode', u.code,
          'partner', case when pa.id is not null then json_build_object('partnerId', pa.id, 'name', pa.name) end,
          'untilDay', g.until_day, 'deputyForName', dp.display_name) order by g.granted_at, g.id)
      from role_grants g
      join units u on u.county_id = g.county_id and u.id = g.unit_id
      left join partners pa on pa.county_id = g.county_id and pa.id = g.partner_id
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
      partner: z.nullable(z.object({ partnerId: z.string(), name: z.string() })),
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

/** The actor of a page that works signed out too: undefined for nobody, and for a token of another county. */
export async function readActor(
  tx: Tx,
  bearer: { personId: string; countyId: number } | undefined,
): Promise<Actor | undefined> {
  if (bearer?.countyId !== tx.countyId) return undefined
  const [row] = await tx.rows<{ actor: unknown }>({
    name: 'http.actor',
    text: `select (${actorSql}) as actor`,
    values: [tx.countyId, bearer.personId, tx.now],
  })
  return parseActor(row?.actor)
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
        pa.name as "partnerName", json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit
      from role_grants g join units u on u.county_id = g.county_id and u.id = g.unit_id
      left join partners pa on pa.county_id = g.county_id and pa.id = g.partner_id
      where g.county_id = $1 and g.id = $2 and g.person_id = $3 and g.deputy_for_id is null`,
    values: [tx.countyId, grantId, actor.personId],
  })
  return grant ?? refuse('not-found')
}

type Shown = Omit<AnswerOf<typeof grantRole>, 'allowedActions' | 'grantedAt' | 'endedAt'>
interface GrantRow extends Shown {
  grantedAt: Date
  endedAt: Date | null
  deputyForId: string | null
}

const grantSelect = `select g.id as "grantId", g.role, g.until_day as "untilDay", g.granted_at as "grantedAt", g.ended_at as "endedAt",
    g.end_reason as "endReason", g.deputy_for_id as "deputyForId", dp.display_name as "deputyForName", gb.display_name as "grantedByName",
    eb.display_name as "endedByName", json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit,
    json_build_object('personId', p.id, 'displayName', p.display_name) as person
  from role_grants g
  join units u on u.county_id = g.county_id and u.id = g.unit_id
  join people p on p.county_id = g.county_id and p.id = g.person_id
  left join role_grants d on d.county_id = g.county_id and d.id = g.deputy_for_id
  left join people dp on dp.county_id = d.county_id and dp.id = d.person_id
  left join people gb on gb.county_id = g.county_id and gb.id = g.granted_by_id
  left join people eb on eb.county_id = g.county_id and eb.id = g.ended_by_id
  where g.county_id = $1`

function shownGrant({ deputyForId, ...row }: GrantRow, actor: Actor, unit: UnitPlace): AnswerOf<typeof grantRole> {
  const facts = { role: row.role, personId: row.person.personId, deputyForId }
  return {
    ...row,
    grantedAt: row.grantedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    allowedActions: row.endedAt === null && mayEnd(actor, facts, unit) === true ? ['end'] : [],
  }
}

/** 岗位上的人: who holds a role on the unit (a stead that is over is history), or held one; newest first. */
export async function readGrants(
  tx: Tx,
  actor: Actor,
  asked: { unitId: string; state?: 'held' | 'ended' | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listGrants>> {
  const unit = (await findUnitPlace(tx, asked.unitId)) ?? refuse('not-found')
  if (!maySeeGrants(actor, unit)) refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<GrantRow>({
    name: 'roles.of-unit',
    text: `${grantSelect} and g.unit_id = $2 and g.partner_id is null and $3 = (g.ended_at is not null or coalesce(d.ended_at is not null, false)
        or coalesce(g.until_day < ($4::timestamptz at time zone 'Asia/Shanghai')::date, false))
      and ($5::timestamptz is null or (g.granted_at, g.id) < ($5, $6::uuid)) order by g.granted_at desc, g.id desc limit $7`,
    values: [
      tx.countyId,
      unit.id,
      asked.state === 'ended',
      tx.now,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.grantedAt.toISOString(), row.grantId),
    (row) => shownGrant(row, actor, unit),
  )
  const { id: unitId, name, tier } = unit
  return { ...page, unit: { unitId, name, tier }, grantableRoles: grantableRoles(actor, unit) }
}

/** A grant on a unit whose people the caller sees. */
export async function readUnitGrant(tx: Tx, actor: Actor, grantId: string): Promise<AnswerOf<typeof grantRole>> {
  const [row] = await tx.rows<GrantRow>({
    name: 'roles.of-unit-one',
    text: `${grantSelect} and g.id = $2 and g.partner_id is null`,
    values: [tx.countyId, grantId],
  })
  const unit = row && (await findUnitPlace(tx, row.unit.unitId))
  return row && unit && maySeeGrants(actor, unit) ? shownGrant(row, actor, unit) : refuse('not-found')
}

/** A grant that was ended, and whether nobody keeps its unit now. */
export async function readEndedGrant(tx: Tx, actor: Actor, grantId: string): Promise<AnswerOf<typeof endRole>> {
  const grant = await readUnitGrant(tx, actor, grantId)
  const left = grant.role !== 'keeper' || (await isKept(tx, grant.unit.unitId))
  return { grant, warning: left ? null : 'no-keeper-left' }
}
