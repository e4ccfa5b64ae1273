-- Each event of an order begins in the state that the event before it led to.
select order_id, no, verb, from_state, before as state_before
from (
  select order_id, no, verb, from_state, lag(to_state) over (partition by order_id order by no) as before
  from order_events
  where county_id = $1
) e
where from_state is distinct from before
