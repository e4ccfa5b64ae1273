/**
 * Everything held about somebody, section by section: one SELECT each over $1 (county) and $2 (person), plain columns named as they are exported.
 * A sealed column is handed out with its place and opened here. Whoever adds a table that refers to people adds its section, or says in
 * closures/rules.ts why it holds nothing of theirs.
 */
import { DataSection } from '@sidan/types/my-data'

const sealed = (table: string, column: string, row: string, id: string) =>
  `case when ${row}.${column} is not null then json_build_object('sealed', encode(${row}.${column}, 'base64'), 'table', '${table}', 'column', '${column}', 'id', ${id}) end`

const ordersSql = `from orders o
  join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  join units u on u.county_id = o.county_id and u.id = o.station_id
  join order_texts t on t.county_id = o.county_id and t.order_id = o.id`

/** What is asked for by the person’s id: all but 双报到, which no id finds. */
export type Found = Exclude<DataSection, 'affiliation'>
export const isFound = (section: DataSection): section is Found => section !== 'affiliation'
export const found = DataSection.options.filter(isFound)

export const sections: Record<Found, string> = {
  person: `select p.display_name as "displayName", ${sealed('people', 'name_sealed', 'p', 'p.id')} as "fullName",
      ${sealed('people', 'address_sealed', 'p', 'p.id')} as address, ${sealed('people', 'phone_sealed', 'p', 'p.id')} as phone,
      u.name as "homeStation", p.remembered_risks::text as "rememberedRisks", p.openid_index is not null as "wechatLinked", p.created_at as since
    from people p left join units u on u.county_id = p.county_id and u.id = p.home_station_id where p.county_id = $1 and p.id = $2`,
  consents: `select c.purpose, c.given, c.notice_version as "noticeVersion", c.by_id <> c.person_id as "byGuardian", c.at from consents c
    where c.county_id = $1 and c.person_id = $2 order by c.no`,
  volunteer: `select v.volunteer_no as "volunteerNo", v.age_band as "ageBand", array_to_string(v.skills, ' ') as skills, array_to_string(v.languages, ' ') as languages,
      array_to_string(v.availability, ' ') as times, ${sealed('volunteers', 'national_no_sealed', 'v', 'v.person_id')} as "nationalNo",
      (select string_agg(u.name, ' ' order by u.code) from units u where u.county_id = v.county_id and u.id = any (v.areas)) as areas,
      v.active, v.registered_at as "registeredAt"
    from volunteers v where v.county_id = $1 and v.person_id = $2`,
  qualifications: `select q.code, q.issuer, q.valid_until_day as "validUntilDay", q.state, r.reason as "refusedFor", r.words as "refusalWords", q.added_at as "addedAt"
    from qualifications q left join qualification_refusals r on r.county_id = q.county_id and r.qualification_id = q.id
    where q.county_id = $1 and q.person_id = $2 order by q.added_at, q.id`,
  insurances: `select i.insurer, ${sealed('insurances', 'policy_no_sealed', 'i', 'i.id')} as "policyNo", i.from_day as "fromDay", i.until_day as "untilDay"
    from insurances i where i.county_id = $1 and i.person_id = $2 order by i.from_day, i.id`,
  guardians: `select case when g.minor_id = $2 then 'minor' else 'guardian' end as "as", g.how, g.notice_version as "noticeVersion", g.given_at as "givenAt",
      g.withdrawn_at as "withdrawnAt", ${sealed('guardian_consents', 'guardian_name_sealed', 'g', 'g.id')} as "guardianName",
      ${sealed('guardian_consents', 'guardian_phone_sealed', 'g', 'g.id')} as "guardianPhone"
    from guardian_consents g where g.county_id = $1 and (g.minor_id = $2 or g.guardian_id = $2) order by g.given_at, g.id`,
  children: `select ${sealed('children', 'name_sealed', 'c', 'c.id')} as name, c.age_band as "ageBand", ${sealed('children', 'pick_up_names_sealed', 'c', 'c.id')} as "pickUpNames",
      ${sealed('children', 'health_note_sealed', 'c', 'c.id')} as "healthNote", c.registered_at as "registeredAt", c.removed_at as "removedAt"
    from children c where c.county_id = $1 and c.guardian_id = $2 order by c.registered_at, c.id`,
  roles: `select g.role, coalesce(pa.name, u.name) as unit, g.from_day as "fromDay", g.until_day as "untilDay", g.ended_at as "endedAt" from role_grants g join units u on u.county_id = g.county_id and u.id = g.unit_id
    left join partners pa on pa.county_id = g.county_id and pa.id = g.partner_id where g.county_id = $1 and g.person_id = $2 order by g.granted_at, g.id`,
  teams: `select t.name, m.rank, m.shows_name as "showsName", m.joined_at as "joinedAt" from team_members m join teams t on t.county_id = m.county_id and t.id = m.team_id
    where m.county_id = $1 and m.person_id = $2 order by m.joined_at, t.code`,
  teamMessages: `select t.name as team, m.words, m.at from team_messages m join teams t on t.county_id = m.county_id and t.id = m.team_id
    where m.county_id = $1 and m.author_id = $2 order by m.at, m.id`,
  ordersAsked: `select o.short_code as "shortCode", i.title, u.name as station, o.state, o.requester_kind as "for", t.beneficiary_name as "beneficiary",
      ${sealed('order_texts', 'address_sealed', 't', 't.order_id')} as address, ${sealed('order_texts', 'phone_sealed', 't', 't.order_id')} as phone, t.note,
      t.decision_words as "decisionWords", t.result_note as "resultNote", o.rated_stars as "ratedStars", t.rating_words as "ratingWords",
      t.reopen_words as "reopenWords", o.slot_day as "slotDay", o.slot_part as "slotPart", o.head_count as "headCount", o.risks::text as risks,
      o.submitted_at as "submittedAt", o.fulfilled_at as "fulfilledAt", o.closed_at as "closedAt"
    ${ordersSql} where o.county_id = $1 and o.requester_id = $2 order by o.submitted_at, o.id`,
  ordersServed: `select o.short_code as "shortCode", i.title, u.name as station, o.state, o.starts_at as "startsAt", o.ends_at as "endsAt",
      case when o.assignee_id = $2 then t.result_note end as "resultNote"
    ${ordersSql} where o.county_id = $1 and (o.assignee_id = $2
      or exists (select 1 from order_goers g where g.county_id = o.county_id and g.order_id = o.id and g.person_id = $2)) order by o.submitted_at, o.id`,
  signups: `select a.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.child_id is not null as "forChild", s.state, s.attendance, s.words, s.signed_up_at as "signedUpAt"
    from signups s join activities a on a.county_id = s.county_id and a.id = s.activity_id where s.county_id = $1 and s.person_id = $2 order by s.signed_up_at, s.id`,
  pairings: `select case when p.volunteer_id = $2 then 'volunteer' else 'household' end as "as", p.state, p.every_days as "everyDays", p.made_at as "madeAt",
      p.ended_at as "endedAt" from pairings p where p.county_id = $1 and (p.volunteer_id = $2 or p.household_person_id = $2) order by p.made_at, p.id`,
  visits: `select v.visited_on as "visitedOn", v.by_id = $2 as "byOneself", v.words from pairing_visits v
    join pairings p on p.county_id = v.county_id and p.id = v.pairing_id
    where v.county_id = $1 and (v.by_id = $2 or p.household_person_id = $2) order by v.visited_on, v.id`,
  clockEvents: `select e.kind, e.code_kind as "codeKind", e.device_at as "deviceAt", e.received_at as "receivedAt", e.outcome, e.reason, e.grade, e.minutes
    from clock_events e where e.county_id = $1 and e.person_id = $2 order by e.received_at, e.event_id`,
  records: `select r.service_day as "serviceDay", r.started_at as "startedAt", r.ended_at as "endedAt", coalesce(i.title, a.title, e.title) as title, u.name as station, r.version, r.state, r.source,
      r.clocked_minutes as "clockedMinutes", r.declared_minutes as "declaredMinutes", r.grade, r.service_nature as "serviceNature",
      t.rejection_words as "rejectionWords", t.undone_words as "undoneWords", t.entry_words as "entryWords", r.decided_at as "decidedAt"
    from service_records r left join orders o on o.county_id = r.county_id and o.id = r.order_id
    left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
    left join shifts s on s.county_id = r.county_id and s.id = r.shift_id left join activities a on a.county_id = s.county_id and a.id = s.activity_id join units u on u.county_id = r.county_id and u.id = r.station_id
    left join record_texts t on t.county_id = r.county_id and t.record_id = r.id
    left join record_texts e on e.county_id = r.county_id and e.record_id = r.chain_id
    where r.county_id = $1 and r.person_id = $2 order by r.started_at, r.version, r.id`,
  objections: `select r.service_day as "serviceDay", u.name as station, o.words, o.at, o.dismissed_at as "dismissedAt", o.answer
    from record_objections o join service_records r on r.county_id = o.county_id and r.id = o.record_id join units u on u.county_id = r.county_id and u.id = r.station_id where o.county_id = $1 and o.by_id = $2 order by o.at, o.id`,
  fraudDecisions: `select d.state, d.points, d.words, d.decided_at as "decidedAt", d.appeal_words as "appealWords", d.appealed_at as "appealedAt", d.upheld, d.answer_words as "answerWords", d.standing_at as "standingAt", d.lift_words as "liftWords" from fraud_decisions d where d.county_id = $1 and d.person_id = $2 order by 4`,
  points: `select a.code as account, e.unit, e.amount, e.balance_after as "balanceAfter", t.reason, l.expires_on as "expiresOn", t.happened_at as "happenedAt"
    from accounts a join entries e on e.county_id = a.county_id and e.account_id = a.id
    join transfers t on t.county_id = e.county_id and t.id = e.transfer_id left join lots l on l.county_id = e.county_id and l.id = e.lot_id
    where a.county_id = $1 and a.person_id = $2 order by a.code, e.account_version`,
  actionCounts: `select c.on_day as "day", c.action_name as action, c.pieces, c.measure, c.piece_points as "pointsEach", u.name as "countedAt", c.counted_at as at,
      c.undone_at as "takenBackAt", c.undone_words as "takenBackFor"
    from action_counts c join units u on u.county_id = c.county_id and u.id = c.unit_id where c.county_id = $1 and c.person_id = $2 order by c.counted_at, c.id`,
  stars: `select s.from_level as "fromLevel", s.to_level as "toLevel", s.reason, s.earned_minutes as "earnedMinutes", s.rating_count as "ratingCount",
      s.average_tenths as "averageTenths", s.at from star_changes s where s.county_id = $1 and s.person_id = $2 order by s.no`,
  certificates: `select c.county_id || '-' || c.code as number, ${sealed('certificates', 'name_sealed', 'c', 'c.id')} as name, c.volunteer_no as "volunteerNo", c.state,
      c.payload, c.issued_at as "issuedAt", c.ended_at as "endedAt", c.revoked_words as "revokedFor" from certificates c
    where c.county_id = $1 and c.person_id = $2 order by c.issued_at, c.id`,
  family: `select m.joined_at as "joinedAt", m.left_at as "leftAt", m.shares as "sharesPoints" from family_members m
    where m.county_id = $1 and m.person_id = $2 order by m.joined_at, m.id`,
  redemptions: `select r.title, r.price_points as "pricePoints", r.state, coalesce(pa.name, u.name) as "pickUpAt", r.created_at as "createdAt", r.ended_at as "endedAt"
    from redemptions r join units u on u.county_id = r.county_id and u.id = r.pick_up_unit_id
    left join partners pa on pa.county_id = r.county_id and pa.id = r.partner_id where r.county_id = $1 and r.person_id = $2 order by r.created_at, r.id`,
  benefits: `select b.benefit, b.period, b.use, b.at, b."endedAt", b."earnedMinutes", b."thresholdHours", b."passedOnAt" from (
      select benefit, period, true as use, used_at as at, undone_at as "endedAt", earned_minutes as "earnedMinutes", threshold_hours as "thresholdHours",
        null::timestamptz as "passedOnAt" from benefit_uses where county_id = $1 and person_id = $2
      union all select c.benefit, c.period, false, c.opened_at, c.ended_at, c.earned_minutes, c.threshold_hours,
        (select max(e.at) from audit_events e where e.county_id = $1 and e.subject_kind = 'benefit-card' and e.subject_id = c.id)
      from benefit_cards c where c.county_id = $1 and c.person_id = $2) b order by b.at, b.benefit`,
  notices: `select n.kind, n.about, n.minutes, n.points, n.at, n.read_at as "readAt" from notices n
    where n.county_id = $1 and n.person_id = $2 order by n.at, n.id`,
  feedback: `select f.words, u.name as "to", f.at, f.answer, f.answered_at as "answeredAt" from feedback f
    join units u on u.county_id = f.county_id and u.id = f.unit_id where f.county_id = $1 and f.person_id = $2 order by f.at, f.id`,
  photos: `select p.hash, p.width_px as "widthPx", p.height_px as "heightPx", p.uploaded_at as "uploadedAt" from photos p
    where p.county_id = $1 and p.uploaded_by_id = $2 order by p.uploaded_at, p.hash`,
  lookedAt: `select p.display_name as "by", o.short_code as "order", a.at from audit_events a
    join orders o on o.county_id = a.county_id and o.id = a.subject_id and o.requester_id = $2
    left join people p on p.county_id = a.county_id and p.id = a.actor_id
    where a.county_id = $1 and a.subject_kind = 'order' and a.action = 'reveal-contact' order by a.at, a.id`,
  calendarFeeds: `select f.kind, f.opened_at as "openedAt", f.ended_at as "endedAt" from calendar_feeds f
    where f.county_id = $1 and f.person_id = $2 order by f.opened_at, f.id`,
  sessions: `select s.created_at as "signedInAt", s.revoked_at as "endedAt" from session_families s
    where s.county_id = $1 and s.person_id = $2 order by s.created_at, s.id`,
}
