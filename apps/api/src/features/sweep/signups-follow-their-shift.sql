-- An open sign-up is at a shift that takes place, at the time of that shift and for an opening of the same activity.
select n.id as signup_id, n.shift_id, s.state as shift_state, n.starts_at, s.starts_at as shift_starts_at, n.ends_at, s.ends_at as shift_ends_at
from signups n
join shifts s on s.county_id = n.county_id and s.id = n.shift_id
join openings o on o.county_id = n.county_id and o.id = n.opening_id
where n.county_id = $1 and n.state in ('asked', 'confirmed', 'waiting')
  and (s.state, n.starts_at, n.ends_at, n.activity_id, o.activity_id) <> ('open', s.starts_at, s.ends_at, s.activity_id, s.activity_id)
