-- An account holds one unit: points, minutes served, or time credit; they are never mixed.
select e.transfer_id, e.line, a.code, e.unit
from entries e
join accounts a on a.county_id = e.county_id and a.id = e.account_id
where e.county_id = $1
  and e.unit <> case a.code when 'earnedMinutes' then 'minutes' when 'timeCredit' then 'timeCredit' when 'receivedCredit' then 'timeCredit' when 'heldCredit' then 'timeCredit' else 'points' end
