import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'

export interface Unfinished {
  clockRuns: boolean
  serviceUnderWay: boolean
  /** Theirs, for themselves or a group, before the service starts. */
  toCancel: { orderId: string; version: number }[]
  /** Sent to them by name. */
  toDecline: { orderId: string; version: number }[]
  toReturn: { orderId: string; version: number }[]
  signups: string[]
  pairings: string[]
  vouchers: string[]
}

const orderList = (where: string) =>
  `coalesce((select json_agg(json_build_object('orderId', id, 'version', version) order by id) from orders where county_id = $1 and ${where}), '[]')`

/** What a person has not finished; the person is locked until the transaction ends. */
export async function lockUnfinished(tx: Tx, personId: string): Promise<Unfinished> {
  await tx.rows({
    name: 'closures.lock',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, personId],
  })
  const [row] = await tx.rows<Unfinished>({
    name: 'closures.unfinished',
    text: `select exists (select 1 from clocks where county_id = $1 and person_id = $2 and ended_at is null) as "clockRuns",
      exists (select 1 from orders where county_id = $1 and state = 'inService'
        and (assignee_id = $2 or (requester_id = $2 and requester_kind <> 'proxy'))) as "serviceUnderWay",
      ${orderList(`requester_id = $2 and requester_kind <> 'proxy' and state in ('submitted', 'triaged', 'dispatched', 'accepted', 'returned', 'reopened')`)} as "toCancel",
      ${orderList(`target_person_id = $2 and requester_id <> $2 and state = 'dispatched'`)} as "toDecline",
      ${orderList(`assignee_id = $2 and (requester_id <> $2 or requester_kind = 'proxy') and state = 'accepted'`)} as "toReturn",
      array(select id from signups where county_id = $1 and person_id = $2 and state in ('asked', 'confirmed', 'waiting') and ends_at > $3
        and attendance is null order by id) as signups,
      array(select id from pairings where county_id = $1 and (volunteer_id = $2 or household_person_id = $2) and state in ('asked', 'going')
        order by id) as pairings,
      array(select id from redemptions where county_id = $1 and person_id = $2 and state = 'held' order by id) as vouchers`,
    values: [tx.countyId, personId, tx.now],
  })
  return row ?? refuse('not-found')
}

/**
 * Words that the person wrote, wherever they lie; those about somebody else whose order is still open stay until it is over, and what a team says of itself
 * is the team's.
 */
const wordsSql = `with own as (
    select c.id, c.kind, c.subject_id from word_checks c left join orders o on o.county_id = c.county_id and o.id = c.subject_id
    where c.county_id = $1 and c.author_id = $2 and c.kind <> 'teamWords'
      and not (c.kind = 'orderNote' and o.requester_kind = 'proxy' and o.state not in ('closed', 'rejected', 'cancelled', 'duplicate', 'fulfilled', 'rated'))),
  emptied as (
    update order_texts t set
      note = case when exists (select 1 from own where kind = 'orderNote' and subject_id = t.order_id) then null else t.note end,
      result_note = case when exists (select 1 from own where kind = 'orderResult' and subject_id = t.order_id) then null else t.result_note end,
      rating_words = case when exists (select 1 from own where kind = 'orderRating' and subject_id = t.order_id) then null else t.rating_words end,
      reopen_words = case when exists (select 1 from own where kind = 'orderReopening' and subject_id = t.order_id) then null else t.reopen_words end
    where t.county_id = $1 and t.order_id in (select subject_id from own))
  delete from word_checks where county_id = $1 and id in (select id from own)`

/** Over $1 (county) and $2 (person); where a neutral word takes the place, $3 is it. */
const erasures: readonly { name: string; text: string; word?: 'name' | 'words' }[] = [
  { name: 'words', text: wordsSql },
  {
    name: 'own-orders',
    word: 'name',
    text: `update order_texts t set beneficiary_name = $3, address_sealed = null, phone_sealed = null, note = null, decision_words = null, result_note = null,
        rating_words = null, reopen_words = null
      from orders o where t.county_id = $1 and o.county_id = $1 and o.id = t.order_id and o.requester_id = $2 and o.requester_kind <> 'proxy'`,
  },
  {
    name: 'feedback-waiting',
    text: 'delete from feedback where county_id = $1 and person_id = $2 and answered_at is null',
  },
  {
    name: 'feedback-answered',
    word: 'words',
    text: 'update feedback set words = $3, answer = $3 where county_id = $1 and person_id = $2',
  },
  {
    name: 'record-words',
    text: `update record_texts t set rejection_words = null, undone_words = null, title = null, entry_words = null, entry_photos = null from service_records r
      where t.county_id = $1 and r.county_id = $1 and r.id = t.record_id and r.person_id = $2`,
  },
  {
    name: 'objections',
    text: `update record_objections o set words = null, answer = null from service_records r
      where o.county_id = $1 and r.county_id = $1 and r.id = o.record_id and (o.by_id = $2 or r.person_id = $2)`,
  },
  {
    name: 'fraud-words',
    text: `update fraud_decisions set words = null, appeal_words = null, answer_words = null, lift_words = null where county_id = $1 and person_id = $2`,
  },
  {
    name: 'certificates',
    text: 'update certificates set name_sealed = null, revoked_words = null where county_id = $1 and person_id = $2',
  },
  {
    name: 'action-counts',
    text: 'update action_counts set undone_words = null where county_id = $1 and person_id = $2 and undone_words is not null',
  },
  { name: 'notices', text: 'delete from notices where county_id = $1 and person_id = $2' },
  { name: 'teams', text: 'delete from team_members where county_id = $1 and person_id = $2' },
  {
    name: 'team-requests',
    text: `update team_requests set state = 'cancelled' where county_id = $1 and person_id = $2 and state = 'waiting'`,
  },
  { name: 'team-namings', text: 'delete from team_namings where county_id = $1 and person_id = $2' },
  { name: 'team-messages', text: 'delete from team_messages where county_id = $1 and author_id = $2' },
  { name: 'signups', text: 'update signups set words = null where county_id = $1 and person_id = $2' },
  {
    name: 'visits',
    text: `update pairing_visits v set words = null from pairings p
      where v.county_id = $1 and p.county_id = $1 and p.id = v.pairing_id and (v.by_id = $2 or p.household_person_id = $2)`,
  },
  {
    name: 'substitutes',
    text: `update pairing_substitutes set state = 'declined' where county_id = $1 and person_id = $2 and state <> 'declined'`,
  },
  {
    name: 'goers',
    text: `delete from order_goers g using orders o where g.county_id = $1 and g.person_id = $2 and o.county_id = $1 and o.id = g.order_id
      and o.state in ('dispatched', 'accepted')`,
  },
  {
    name: 'qualifications',
    text: 'delete from qualifications where county_id = $1 and person_id = $2',
  },
  {
    name: 'insurances',
    text: 'update insurances set policy_no_sealed = null where county_id = $1 and person_id = $2',
  },
  {
    name: 'guardian-requests',
    text: 'delete from guardian_requests where county_id = $1 and minor_id = $2',
  },
  {
    name: 'sheet-rows',
    word: 'name',
    text: `update sheet_rows r set display_name = $3 from role_invitations i
      where r.county_id = $1 and i.county_id = $1 and i.id = r.invitation_id and i.accepted_by_id = $2`,
  },
  {
    name: 'invitations',
    word: 'name',
    text: 'update role_invitations set display_name = $3 where county_id = $1 and accepted_by_id = $2',
  },
  {
    name: 'sign-ins',
    text: 'delete from sign_in_requests where county_id = $1 and confirmed_by_id = $2',
  },
  {
    name: 'tokens',
    text: `delete from refresh_tokens t using session_families f where t.county_id = $1 and f.county_id = $1 and f.id = t.family_id and f.person_id = $2
     `,
  },
]

/** Takes out what the person said and what tells of them; the rows that remain hold ids, codes, times and numbers. */
export async function erasePerson(tx: Tx, personId: string, neutral: { name: string; words: string }): Promise<void> {
  for (const { name, text, word } of erasures) {
    const values = word === undefined ? [tx.countyId, personId] : [tx.countyId, personId, neutral[word]]
    await tx.rows({ name: `closures.${name}`, text, values })
  }
  await tx.rows({
    name: 'closures.children',
    text: `update children set name_sealed = null, pick_up_names_sealed = null, health_note_sealed = null, health_consent_at = null,
        removed_at = coalesce(removed_at, $3) where county_id = $1 and guardian_id = $2`,
    values: [tx.countyId, personId, tx.now],
  })
  await tx.rows({
    name: 'closures.guardians',
    text: `update guardian_consents set guardian_name_sealed = null, guardian_phone_sealed = null, photo_hash = null, withdrawn_at = coalesce(withdrawn_at, $3),
        withdrawn_by_id = case when withdrawn_at is null then $2 else withdrawn_by_id end
      where county_id = $1 and (minor_id = $2 or guardian_id = $2)`,
    values: [tx.countyId, personId, tx.now],
  })
  await tx.rows({
    name: 'closures.ends',
    text: `with roles as (update role_grants set ended_at = $3, ended_by_id = $2 where county_id = $1 and person_id = $2 and ended_at is null),
      cards as (update benefit_cards set ended_at = $3 where county_id = $1 and person_id = $2 and ended_at is null),
      feeds as (update calendar_feeds set ended_at = $3 where county_id = $1 and person_id = $2 and ended_at is null),
      sessions as (update session_families set revoked_at = coalesce(revoked_at, $3) where county_id = $1 and person_id = $2)
      update people set display_name = $4, name_pinyin = '', name_search = '', name_sealed = null, address_sealed = null, phone_sealed = null,
        phone_index = null, openid_sealed = null, openid_index = null, remembered_risks = '{}', demo_line = null, home_station_id = null, closed_at = $3
      where county_id = $1 and id = $2`,
    values: [tx.countyId, personId, tx.now, neutral.name],
  })
}
