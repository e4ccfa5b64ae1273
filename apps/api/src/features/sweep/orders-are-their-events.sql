-- An order stands where its last event left it, and its events are numbered 1, 2, 3 … up to its version.
select o.id as order_id, o.state, o.version, e.last_state, e.events, e.first, e.last
from orders o
left join (
  select order_id, count(*) as events, min(no) as first, max(no) as last, (array_agg(to_state order by no desc))[1] as last_state
  from order_events
  where county_id = $1
  group by order_id
) e on e.order_id = o.id
where o.county_id = $1
  and (e.last_state, e.events, e.first, e.last) is distinct from (o.state, o.version::bigint, 1, o.version)
