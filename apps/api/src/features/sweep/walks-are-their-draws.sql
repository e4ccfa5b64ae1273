-- An audit walk says what was drawn: each draw lies in a movement of its unit and days that moved so many, and that had not been undone.
with said as (
  select w.id, w.drawn_at, w.payload::jsonb as said, n.no, (n.draw ->> 'position')::int as position, (n.draw ->> 'transferId')::uuid as transfer_id,
    (n.draw ->> 'recordId')::uuid as record_id
  from audit_walks w, jsonb_array_elements(w.payload::jsonb -> 'draws') with ordinality as n (draw, no)
  where w.county_id = $1
), drawn as (
  select * from audit_draws where county_id = $1
)
select coalesce(s.id, d.walk_id) as walk_id, coalesce(s.no, d.no) as no
from said s
full join drawn d on d.walk_id = s.id and d.no = s.no and d.position = s.position and d.transfer_id = s.transfer_id
left join transfers t on t.county_id = $1 and t.id = d.transfer_id and t.ref = s.record_id
left join service_records r on r.county_id = $1 and r.id = t.ref
  and r.service_day between (s.said ->> 'fromDay')::date and (s.said ->> 'untilDay')::date
left join lateral (
  select sum(e.amount) as moved from entries e
  join accounts a on a.county_id = e.county_id and a.id = e.account_id and a.code = case s.said ->> 'unit' when 'minutes' then 'earnedMinutes' else 'available' end
  where e.county_id = $1 and e.transfer_id = t.id and e.amount > 0
) m on true
left join transfers b on b.county_id = $1 and b.reverses = t.id and b.recorded_at < s.drawn_at
where s.id is null or d.walk_id is null or r.id is null or m.moved is distinct from d.moved or b.id is not null
  or s.position > (s.said ->> 'amount')::int
