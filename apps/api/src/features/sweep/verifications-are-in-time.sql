-- A voucher is used by whom and when its verification says, where its voucher says and by whom it is given out; what was undone was undone within ten minutes, what was brought
-- back within seven days.
select v.id as verification_id, v.redemption_id, v.at, v.undone_at, v.returned_at, r.ended_at
from voucher_verifications v
join redemptions r on r.county_id = v.county_id and r.id = v.redemption_id
where v.county_id = $1
  and ((v.unit_id, v.partner_id) is distinct from (r.pick_up_unit_id, r.partner_id)
    or v.returned_at not between v.at and v.at + interval '7 days'
    or case when v.undone_at is null then (r.ended_at, r.verified_by_id) is distinct from (v.at, v.by_id)
    else v.undone_at not between v.at and v.at + interval '10 minutes' end)
