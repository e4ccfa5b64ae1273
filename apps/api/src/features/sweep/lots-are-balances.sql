-- What is left of a person's lots is what they may spend, and what vouchers reserve of them is what is held.
with in_lots as (
  select a.person_id, sum(l.remaining) as available, sum(l.held) as held
  from lots l
  join accounts a on a.county_id = l.county_id and a.id = l.account_id
  where l.county_id = $1
  group by a.person_id
), on_accounts as (
  select person_id, sum(balance) filter (where code = 'available') as available, sum(balance) filter (where code = 'held') as held
  from accounts
  where county_id = $1 and code in ('available', 'held')
  group by person_id
)
select person_id, coalesce(b.available, 0) as available, coalesce(l.available, 0) as available_in_lots,
  coalesce(b.held, 0) as held, coalesce(l.held, 0) as held_in_lots
from on_accounts b
full join in_lots l using (person_id)
where coalesce(b.available, 0) <> coalesce(l.available, 0) or coalesce(b.held, 0) <> coalesce(l.held, 0)
