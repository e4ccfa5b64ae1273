-- What came in is what the movements brought less what went back, and what was written off is what they wrote off.
select i.id as item_id, i.code, i.received_count, coalesce(m.received, 0) as moves_received, i.written_off_count, coalesce(m.written_off, 0) as moves_written_off
from reward_items i
left join (
  select item_id, sum(case kind when 'received' then count when 'returned' then -count else 0 end) as received,
    coalesce(sum(count) filter (where kind = 'writtenOff'), 0) as written_off
  from reward_stock_moves
  where county_id = $1
  group by item_id
) m on m.item_id = i.id
where i.county_id = $1 and (i.received_count, i.written_off_count) is distinct from (coalesce(m.received, 0), coalesce(m.written_off, 0))
