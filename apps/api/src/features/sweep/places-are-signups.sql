-- The places taken of a shift, and its waitlist, are the sign-ups that are confirmed and that wait.
select p.shift_id, p.opening_id, p.confirmed_count, count(s.id) filter (where s.state = 'confirmed') as confirmed,
  p.waiting_count, count(s.id) filter (where s.state = 'waiting') as waiting
from shift_places p
left join signups s on s.county_id = p.county_id and s.shift_id = p.shift_id and s.opening_id = p.opening_id
where p.county_id = $1
group by p.shift_id, p.opening_id, p.confirmed_count, p.waiting_count
having p.confirmed_count <> count(s.id) filter (where s.state = 'confirmed')
  or p.waiting_count <> count(s.id) filter (where s.state = 'waiting')
