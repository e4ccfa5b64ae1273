-- What came in is on the shelf, or held for somebody, or was handed out, or was written off.
select id as item_id, code, received_count, stock_count, held_count, handed_out_count, written_off_count
from reward_items
where county_id = $1
  and (received_count <> stock_count + held_count + handed_out_count + written_off_count
    or least(stock_count, held_count, handed_out_count, written_off_count) < 0)
