-- What is held and what was handed out are the vouchers that wait and the vouchers that were used.
select i.id as item_id, i.code, i.held_count, count(r.id) filter (where r.state = 'held') as vouchers_held,
  i.handed_out_count, count(r.id) filter (where r.state = 'used') as vouchers_used
from reward_items i
left join redemptions r on r.county_id = i.county_id and r.item_id = i.id
where i.county_id = $1
group by i.id, i.code, i.held_count, i.handed_out_count
having i.held_count <> count(r.id) filter (where r.state = 'held')
  or i.handed_out_count <> count(r.id) filter (where r.state = 'used')
