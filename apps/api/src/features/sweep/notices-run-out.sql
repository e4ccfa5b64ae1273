-- Where policy has a public notice no record counts before its last day has passed, or while an objection waits; only a correction of what counted has none.
select r.id as record_id, r.state, r.notice_ends_on, (select count(*) from record_objections o where o.county_id = r.county_id and o.record_id = r.id and o.dismissed_at is null) as waiting
from service_records r
join policies p on p.county_id = r.county_id and p.version = r.policy_version
left join lateral (
  select t.recorded_at from transfers t
  where t.county_id = r.county_id and t.ref = r.id and t.reason in ('record-minutes', 'record-points') order by t.recorded_at limit 1
) t on true
where r.county_id = $1
  and (r.state in ('approved', 'reversed') and r.notice_ends_on is null and (p.document #>> '{hours,publicNoticeDays}')::int > 0
      and not exists (select 1 from service_records b where b.county_id = r.county_id and b.chain_id = r.chain_id and b.version = r.version - 1 and b.undone_by_id is not null)
    or r.notice_ends_on is not null and (t.recorded_at at time zone 'Asia/Shanghai')::date <= r.notice_ends_on
      and not exists (select 1 from service_records b where b.county_id = r.county_id and b.chain_id = r.chain_id and b.version = r.version - 1
        and b.undone_by_id is not null and b.notice_ends_on is not distinct from r.notice_ends_on)
    or r.state = 'onNotice' and t.recorded_at is not null
    or r.state = 'approved' and exists (select 1 from record_objections o where o.county_id = r.county_id and o.record_id = r.id and o.dismissed_at is null))
