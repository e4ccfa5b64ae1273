import { addDays, addMonths, civilDay, civilMonth, endOfMonthAfter, monthSpan } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import { type getPointsTrial, triedPolicy } from '@sidan/types/points-trials'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import {
  type Credited,
  comparedPeople,
  comparedPlatforms,
  comparedRecord,
  comparedTotals,
  mayBeTried,
  mayTry,
} from './rules.ts'

/** The approved records of a month with what the ledger posted for each, in one statement, so of one moment. */
const findCredited = (tx: Tx, firstDay: string, lastDay: string): Promise<Credited[]> =>
  tx.rows<Credited>({
    name: 'points-trials.credited',
    text: `select r.person_id as "personId", p.display_name as name, u.name as "homeStationName", r.platform_code as "platformCode",
        r.clocked_minutes + r.declared_minutes as minutes, r.service_nature as "serviceNature", o.rated_stars as stars,
        r.policy_version as "policyVersion", coalesce(x.points, 0) as "postedPoints"
      from service_records r
      join people p on p.county_id = r.county_id and p.id = r.person_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      left join orders o on o.county_id = r.county_id and o.id = r.order_id
      left join lateral (
        select -sum(e.amount)::int as points from transfers t
        join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'serviceRecords'
        where t.county_id = r.county_id and t.reason in ('record-points', 'rating-bonus') and t.ref = r.id) x on true
      where r.county_id = $1 and r.state = 'approved' and r.service_day between $2 and $3`,
    values: [tx.countyId, firstDay, lastDay],
  })

/** 试算: a month by the points that were given and by those that are tried. Reads alone. */
export async function readTrial(
  tx: Tx,
  actor: Actor,
  asked: { month?: string | undefined; candidate?: string | undefined },
): Promise<AnswerOf<typeof getPointsTrial>> {
  orRefuseTrue(mayTry(actor))
  const thisMonth = civilMonth(tx.now)
  const month = asked.month ?? addMonths(thisMonth, -1)
  orRefuseTrue(mayBeTried(month, thisMonth))
  const { points: present, platforms } = await policyOf(tx, actor.policyVersion)
  const tried = (asked.candidate === undefined ? null : triedPolicy(asked.candidate)) ?? present
  const { from, to } = monthSpan(month)
  const [firstDay, lastDay] = [civilDay(from), addDays(civilDay(to), -1)]
  const credited = await findCredited(tx, firstDay, lastDay)
  const versions = [...new Set(credited.map(({ policyVersion }) => policyVersion))].sort((a, b) => a - b)
  const under = new Map<number, typeof present>()
  for (const version of versions) under.set(version, (await policyOf(tx, version)).points)
  const compared = credited.map((record) => comparedRecord(record, under.get(record.policyVersion) ?? present, tried))
  return {
    month,
    asOf: tx.now.toISOString(),
    policyVersion: actor.policyVersion,
    present,
    tried,
    creditedVersions: versions,
    ...comparedTotals(compared),
    ...comparedPeople(compared),
    platforms: comparedPlatforms(compared, platforms),
    lastDay: {
      present: endOfMonthAfter(lastDay, present.lotLifetimeMonths),
      tried: endOfMonthAfter(lastDay, tried.lotLifetimeMonths),
    },
  }
}
