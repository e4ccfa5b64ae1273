import type { AnswerOf } from '@sidan/types/endpoint'
import { phoneSteps, screenSteps } from '@sidan/types/rotating-codes'
import type * as screens from '@sidan/types/screens'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { mayRun } from '../activities/rules.ts'
import { findOrder } from '../orders/reads.ts'
import { readStationPage } from '../organisation/reads.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, decidingTiers } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { findShift } from '../shifts/store.ts'
import { renderCodes } from './render-code.ts'
import { codesOpen, mayKeepScreens } from './rules.ts'
import { findByToken, findWaiting, saveSeen } from './store.ts'

type Shown = AnswerOf<typeof screens.revokeScreen>

async function selectScreens(tx: Tx, unitId: string | null, screenId: string | null) {
  const rows = await tx.rows<
    Omit<Shown, 'enrolledAt' | 'lastSeenAt' | 'revokedAt'> & {
      unitId: string
      enrolledAt: Date
      lastSeenAt: Date | null
      revokedAt: Date | null
    }
  >({
    name: 'screens.list',
    text: `select s.id as "screenId", s.unit_id as "unitId", s.name, s.enrolled_at as "enrolledAt", p.display_name as "enrolledByName",
        s.last_seen_at as "lastSeenAt", s.revoked_at as "revokedAt"
      from screens s join people p on p.county_id = s.county_id and p.id = s.by_id
      where s.county_id = $1 and s.kind = 'wall' and (s.id = $3 or s.unit_id = $2 and s.revoked_at is null) order by s.enrolled_at, s.id`,
    values: [tx.countyId, unitId, screenId],
  })
  return rows.map(({ unitId: at, ...row }) => ({
    unitId: at,
    screen: {
      ...row,
      enrolledAt: row.enrolledAt.toISOString(),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    },
  }))
}

/** The screens of a unit, for whoever keeps it. */
export async function readScreens(tx: Tx, actor: Actor, unitId: string): Promise<AnswerOf<typeof screens.listScreens>> {
  const place = (await findUnitPlace(tx, unitId)) ?? refuse('not-found')
  if (!mayKeepScreens(actor, place)) refuse('not-allowed')
  return { items: (await selectScreens(tx, unitId, null)).map(({ screen }) => screen) }
}

/** One screen, also one that was taken away, for whoever keeps its unit. Refuses not-found. */
export async function readKept(tx: Tx, actor: Actor, screenId: string): Promise<Shown> {
  const [found] = await selectScreens(tx, null, screenId)
  const place = found && (await findUnitPlace(tx, found.unitId))
  return place && mayKeepScreens(actor, place) ? found.screen : refuse('not-found')
}

/** What stands on the wall. A device that nobody enrolled yet waits. */
export async function readFace(
  tx: Tx,
  crypto: Crypto,
  { token, withCodes }: { token: string; withCodes: boolean },
): Promise<AnswerOf<typeof screens.showScreen>> {
  const tokenHash = crypto.hashToken(token)
  const screen = await findByToken(tx, tokenHash)
  if (!screen) {
    const expiresAt = (await findWaiting(tx, tokenHash)) ?? refuse('screen-unknown')
    return { state: 'waiting', expiresAt: expiresAt.toISOString() }
  }
  await saveSeen(tx, screen.screenId)
  const { station, thisWeek } = await readStationPage(tx, screen.unitCode)
  const { phone, opensAt, closesAt, onDutyName } = station
  return {
    state: 'shown',
    serverNow: tx.now.toISOString(),
    face: {
      ...{ screenId: screen.screenId, name: screen.name, unitName: station.name },
      ...{ phone, opensAt, closesAt, onDutyName },
      activities: thisWeek.slice(0, activitiesShown),
      codes: withCodes ? renderCodes(tx, crypto, screen, screenSteps) : null,
    },
  }
}

const activitiesShown = 6

/** The shift or the order that codes on a phone are for. */
export type About = { shiftId: string; orderId: null } | { shiftId: null; orderId: string }

/** What somebody runs and shows codes for now: staff who decide there, or a leader of the team whose it is. Refuses not-found to all others. */
export async function runOf(tx: Tx, actor: Actor, about: About): Promise<{ unitId: string; title: string }> {
  if (about.orderId !== null) {
    const { row, item } = await findOrder(tx, actor, about.orderId)
    const leads = row.assigneeTeamId !== null && actor.ledTeamIds.includes(row.assigneeTeamId)
    if (!leads && decidingTiers(actor, row).length === 0) refuse('not-found')
    if (row.state !== 'accepted' && row.state !== 'inService') refuse('order-not-open')
    return { unitId: row.stationId, title: item.title }
  }
  const shift = await findShift(tx, about.shiftId)
  if (!shift || !mayRun(actor, shift)) return refuse('not-found')
  if (shift.activityState !== 'published' || shift.state !== 'open') refuse('activity-not-open')
  const { hours } = await policyOf(tx, actor.policyVersion)
  if (!codesOpen(shift, hours.graceMinutes, tx.now)) refuse('codes-not-now')
  return shift
}

/** Codes for the next half hour on this person's phone, as long as they run what they are for. */
export async function readCodes(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  screenId: string,
): Promise<AnswerOf<typeof screens.issueCodes>> {
  const [row] = await tx.rows<{ unitId: string; unitName: string; shortCode: string } & About>({
    name: 'screens.my-phone',
    text: `select s.unit_id as "unitId", u.name as "unitName", s.short_code as "shortCode", s.shift_id as "shiftId", s.order_id as "orderId"
      from screens s join units u on u.county_id = s.county_id and u.id = s.unit_id
      where s.county_id = $1 and s.id = $2 and s.kind = 'phone' and s.by_id = $3`,
    values: [tx.countyId, screenId, actor.personId],
  })
  if (!row) return refuse('not-found')
  const { title } = await runOf(tx, actor, row)
  return {
    screenId,
    title,
    unitName: row.unitName,
    serverNow: tx.now.toISOString(),
    codes: renderCodes(tx, crypto, row, phoneSteps),
  }
}
