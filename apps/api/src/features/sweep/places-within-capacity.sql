-- No shift has more people confirmed than its places and the allowance above them.
select shift_id, opening_id, confirmed_count, capacity_count, overbook_count
from shift_places
where county_id = $1 and confirmed_count > capacity_count + overbook_count
