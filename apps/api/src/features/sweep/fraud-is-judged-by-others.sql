-- Nobody decides on fraud in what they served, entered or approved, nor answers an appeal against their own decision; and only a record that was taken back is
-- decided on, no later than half a year after.
select f.record_id, f.state, f.person_id, f.decided_by_id, f.answered_by_id
from fraud_decisions f
left join service_records r on r.county_id = f.county_id and r.id = f.record_id
left join service_records v on v.county_id = f.county_id and v.chain_id = r.chain_id
where f.county_id = $1
group by f.record_id, f.state, f.person_id, f.decided_by_id, f.answered_by_id, f.lifted_by_id, f.decided_at, r.state, r.person_id, r.undone_at
having r.state is distinct from 'reversed' or f.person_id <> r.person_id or f.answered_by_id = f.decided_by_id or f.lifted_by_id = f.person_id
  or f.decided_at > r.undone_at + interval '181 days'
  or bool_or(coalesce(f.decided_by_id in (v.person_id, v.entered_by_id, v.decided_by_id, v.noticed_by_id), false)
    or coalesce(f.answered_by_id in (v.person_id, v.entered_by_id, v.decided_by_id, v.noticed_by_id), false))
