-- Every record that was approved, rejected, corrected or reversed was so by somebody who neither served nor entered it; but for one that ended by itself and was
-- undecided when its check-out came.
select r.id as record_id, r.state, r.person_id, r.decided_by_id, r.undone_by_id
from service_records r
left join service_records n on n.county_id = r.county_id and n.chain_id = r.chain_id and n.version = r.version + 1 and n.checked_out = 'byCode'
where r.county_id = $1
  and (r.state in ('onNotice', 'approved', 'rejected', 'reversed') and r.decided_by_id is null or r.state = 'reversed' and r.undone_by_id is null
    or r.state = 'corrected' and r.undone_by_id is null and (r.checked_out <> 'automatic' or r.decided_by_id is not null or n.id is null)
    or r.decided_by_id in (r.person_id, r.entered_by_id) or r.undone_by_id in (r.person_id, r.entered_by_id) or r.noticed_by_id in (r.person_id, r.entered_by_id))
