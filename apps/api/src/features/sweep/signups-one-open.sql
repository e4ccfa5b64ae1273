-- An attendee has one open sign-up per shift.
select shift_id, attendee_id, count(*) as open
from signups
where county_id = $1 and state in ('asked', 'confirmed', 'waiting')
group by shift_id, attendee_id
having count(*) > 1
