-- Nobody is confirmed for two shifts at the same time.
select attendee_id, id as signup_id, starts_at, before_until as earlier_one_until
from (
  select attendee_id, id, starts_at,
    max(ends_at) over (partition by attendee_id order by starts_at, id rows between unbounded preceding and 1 preceding) as before_until
  from signups
  where county_id = $1 and state = 'confirmed'
) s
where starts_at < before_until
