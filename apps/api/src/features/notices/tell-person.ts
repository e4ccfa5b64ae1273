import { civilDay } from '@sidan/types/civil'
import type { NoticeKind } from '@sidan/types/notices'
import type { ProblemCode } from '@sidan/types/problems'
import type { Tx } from '../../platform/db.ts'

/** Whom to tell: one person, or everybody who keeps a unit now (keepers, their deputies, staff). */
export type Audience = { personId: string } | { keepersOf: string }

export interface Telling {
  to: Audience
  kind: NoticeKind
  /** What it is on, in the person's words: an order's title, a reward's name. */
  about: string
  orderId?: string | null
  recordId?: string
  redemptionId?: string
  teamId?: string
  activityId?: string
  shiftId?: string | null
  pairingId?: string
  minutes?: number
  points?: number
  /** Why, in a person's words or by the code of a rule. */
  words?: string
  reason?: ProblemCode
}

/**
 * Writes in-app notices in the transaction of what they tell, all in one statement. Nobody is told twice of the same thing, and the actor is not told
 * of what they did themselves.
 */
export async function tell(tx: Tx, tellings: Telling[], exceptId: string | null = null): Promise<void> {
  if (tellings.length === 0) return
  const rows = tellings.map(({ to, ...telling }) => ({
    ...telling,
    personId: 'personId' in to ? to.personId : null,
    unitId: 'keepersOf' in to ? to.keepersOf : null,
  }))
  await tx.rows({
    name: 'notices.tell',
    text: `insert into notices (county_id, id, person_id, kind, about, order_id, record_id, redemption_id, activity_id, shift_id, team_id, pairing_id, minutes,
        points, words, reason, at)
      select distinct on (person_id, kind, about, order_id, record_id, redemption_id, shift_id, words) $1::int, gen_random_uuid(), person_id, kind, about, order_id, record_id, redemption_id, activity_id, shift_id, team_id, pairing_id,
        minutes, points, words, reason, $2::timestamptz
      from (
        select coalesce(t."personId", g.person_id) as person_id, t.kind, t.about, t."orderId" as order_id, t."recordId" as record_id,
          t."redemptionId" as redemption_id, t."activityId" as activity_id, t."shiftId" as shift_id, t."teamId" as team_id, t."pairingId" as pairing_id,
          t.minutes, t.points, t.words, t.reason
        from jsonb_to_recordset($3::jsonb) as t("personId" uuid, "unitId" uuid, kind text, about text, "orderId" uuid, "recordId" uuid,
          "redemptionId" uuid, "activityId" uuid, "shiftId" uuid, "teamId" uuid, "pairingId" uuid, minutes int, points int, words text, reason text)
        left join role_grants g on g.county_id = $1 and g.unit_id = t."unitId" and g.ended_at is null
          and g.role in ('countyKeeper', 'keeper', 'staff') and g.from_day <= $5::date and (g.until_day is null or g.until_day >= $5::date)
      ) told
      where person_id is not null and person_id is distinct from $4::uuid`,
    values: [tx.countyId, tx.now, JSON.stringify(rows), exceptId, civilDay(tx.now)],
  })
}
