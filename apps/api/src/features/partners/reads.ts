import { civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { changePartner, getPartner, listMyPartners, listPartners, PartnerRole } from '@sidan/types/partners'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, maySeeGrants, type UnitPlace } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { mayAddPartner, maySeePartner, memberActions, type PartnerPlace, partnerActions } from './rules.ts'
import { aboveIdsSql } from './store.ts'

type Shown = AnswerOf<typeof changePartner>

interface Row extends Omit<Shown, 'partnerId' | 'active' | 'allowedActions'> {
  id: string
  closed: boolean
  aboveIds: string[]
  members: { grantId: string; role: PartnerRole; personId: string; displayName: string; since: string }[]
}

/** `members` are who works there now, owners first. */
const select = `select p.id, p.name, p.kind, p.address, p.closed_at is not null as closed, ${aboveIdsSql} as "aboveIds",
    json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit,
    (select count(*)::int from reward_items i where i.county_id = p.county_id and i.partner_id = p.id and i.active) as "itemCount",
    m.members, m."ownerNames", m."clerkCount"
  from partners p
  join units u on u.county_id = p.county_id and u.id = p.unit_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('grantId', g.id, 'role', g.role, 'personId', h.id, 'displayName', h.display_name,
          'since', to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.role desc, g.granted_at, g.id), '[]') as members,
      coalesce(json_agg(h.display_name order by g.granted_at, g.id) filter (where g.role = 'partnerOwner'), '[]') as "ownerNames",
      (count(*) filter (where g.role = 'partnerClerk'))::int as "clerkCount"
    from role_grants g join people h on h.county_id = g.county_id and h.id = g.person_id
    where g.county_id = p.county_id and g.partner_id = p.id and g.ended_at is null) m
  where p.county_id = $1`

const placeOf = ({ id, name, closed, unit, aboveIds }: Row): PartnerPlace => ({
  id,
  name,
  closed,
  unit: { id: unit.unitId, tier: unit.tier, aboveIds },
})

const shownOf = (row: Row, actor: Actor): Shown => ({
  partnerId: row.id,
  name: row.name,
  kind: row.kind,
  address: row.address,
  unit: row.unit,
  active: !row.closed,
  ownerNames: row.ownerNames,
  clerkCount: row.clerkCount,
  itemCount: row.itemCount,
  allowedActions: partnerActions(actor, placeOf(row)),
})

async function findRow(tx: Tx, actor: Actor, partnerId: string): Promise<Row> {
  const [row] = await tx.rows<Row>({
    name: 'partners.one',
    text: `${select} and p.id = $2`,
    values: [tx.countyId, partnerId],
  })
  return row && maySeePartner(actor, placeOf(row)) ? row : refuse('not-found')
}

/** A partner, for who works there and whoever sees the people of its unit. Refuses not-found. */
export const readPartner = async (tx: Tx, actor: Actor, partnerId: string): Promise<Shown> =>
  shownOf(await findRow(tx, actor, partnerId), actor)

/** The same with who works there. */
export async function readPartnerWhole(tx: Tx, actor: Actor, partnerId: string): Promise<AnswerOf<typeof getPartner>> {
  const row = await findRow(tx, actor, partnerId)
  return {
    ...shownOf(row, actor),
    members: row.members.map(({ grantId, role, personId, displayName, since }) => ({
      grantId,
      role,
      person: { personId, displayName },
      since,
      allowedActions: memberActions(actor, role, placeOf(row)),
    })),
  }
}

/** Those that a unit or one below it deals with: open ones first. */
export async function readPartners(
  tx: Tx,
  actor: Actor,
  asked: { unitId: string; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listPartners>> {
  const unit: UnitPlace = (await findUnitPlace(tx, asked.unitId)) ?? refuse('not-found')
  if (!maySeeGrants(actor, unit)) refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'whole', 'id')
  const rows = await tx.rows<Row>({
    name: 'partners.of-unit',
    text: `${select} and (u.id = $2 or u.institute_id = $2 or $3)
        and ($4::int is null or ((p.closed_at is not null)::int, p.id) > ($4, $5::uuid))
      order by (p.closed_at is not null)::int, p.id limit $6`,
    values: [tx.countyId, unit.id, unit.tier === 'center', after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(Number(row.closed), row.id),
    (row) => shownOf(row, actor),
  )
  return { ...page, mayAdd: mayAddPartner(actor, unit) }
}

/** 我的店: where the caller works, with what the shop handed out today and how many statements wait for its owner. */
export async function readMyPartners(tx: Tx, actor: Actor): Promise<AnswerOf<typeof listMyPartners>> {
  const items = await tx.rows<AnswerOf<typeof listMyPartners>['items'][number]>({
    name: 'partners.mine',
    text: `select p.id as "partnerId", p.name, g.role, t.count as "todayCount", t.points as "todayPoints",
        (select count(*)::int from partner_statements s where s.county_id = p.county_id and s.partner_id = p.id and s.state = 'open'
          and g.role = 'partnerOwner') as "openStatementCount"
      from role_grants g
      join partners p on p.county_id = g.county_id and p.id = g.partner_id
      cross join lateral (
        select count(*)::int as count, coalesce(sum(r.price_points), 0)::int as points
        from voucher_verifications v join redemptions r on r.county_id = v.county_id and r.id = v.redemption_id
        where v.county_id = p.county_id and v.partner_id = p.id and v.at >= $3 and v.undone_at is null and v.returned_at is null) t
      where g.county_id = $1 and g.person_id = $2 and g.ended_at is null and g.partner_id is not null
      order by p.name collate "C", p.id`,
    values: [tx.countyId, actor.personId, momentOf(civilDay(tx.now))],
  })
  return { items }
}
