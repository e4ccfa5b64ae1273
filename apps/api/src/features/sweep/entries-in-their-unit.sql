-- An account holds one unit: points, or minutes; the two are never mixed.
select e.transfer_id, e.line, a.code, e.unit
from entries e
join accounts a on a.county_id = e.county_id and a.id = e.account_id
where e.county_id = $1
  and e.unit <> case when a.code in ('earnedMinutes', 'timeCredit') then 'minutes' else 'points' end
