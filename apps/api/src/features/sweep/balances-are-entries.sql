-- The balance of an account is the sum of its entries.
select a.id as account_id, a.person_id, a.code, a.balance, coalesce(e.sum, 0) as entries
from accounts a
left join (select account_id, sum(amount) as sum from entries where county_id = $1 group by account_id) e on e.account_id = a.id
where a.county_id = $1 and a.balance <> coalesce(e.sum, 0)
