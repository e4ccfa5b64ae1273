import type { AnswerOf } from '@sidan/types/endpoint'
import type { getUnit } from '@sidan/types/organisation'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, keeps, maySeeGrants } from '../roles/rules.ts'
import { mayAdd, mayCare, mayClose } from './rules.ts'

type Shown = AnswerOf<typeof getUnit>

/** A unit as who cares for it, or reads there, sees it; also once it is closed. */
export async function readUnit(tx: Tx, actor: Actor, unitId: string): Promise<Shown> {
  const [row] = await tx.rows<Omit<Shown, 'allowedActions'> & { aboveIds: string[] }>({
    name: 'units.one',
    text: `with recursive way as (
        select id, parent_id, 0 as steps from units where county_id = $1 and id = $2
        union all select u.id, u.parent_id, w.steps + 1 from units u join way w on u.id = w.parent_id where u.county_id = $1 and w.steps < 9)
      select u.id as "unitId", u.name, u.tier, u.code, u.short_code as "shortCode", u.phone, u.address, u.opens_at as "opensAt",
        u.closes_at as "closesAt", u.responsible_name as "responsibleName", u.responsible_role as "responsibleRole", u.active as open,
        case when p.id is null then null else json_build_object('unitId', p.id, 'name', p.name, 'tier', p.tier) end as parent,
        array(select id from way where steps > 0 order by steps) as "aboveIds"
      from units u left join units p on p.county_id = u.county_id and p.id = u.parent_id
      where u.county_id = $1 and u.id = $2`,
    values: [tx.countyId, unitId],
  })
  if (!row) return refuse('not-found')
  const { aboveIds, ...unit } = row
  const place = { id: unit.unitId, tier: unit.tier, aboveIds }
  if (!keeps(actor, place) && !maySeeGrants(actor, place)) refuse('not-allowed')
  const actions: Shown['allowedActions'] = []
  if (unit.open && mayCare(actor, place) === true) actions.push('save')
  if (unit.open && mayAdd(actor, place) === true) actions.push('add')
  if (unit.open && mayClose(actor, place) === true) actions.push('close')
  return { ...unit, allowedActions: actions }
}
