-- What a transfer takes from one side it gives to the other: its entries sum to 0 in each unit.
select transfer_id, unit, sum(amount) as sum
from entries
where county_id = $1
group by transfer_id, unit
having sum(amount) <> 0
