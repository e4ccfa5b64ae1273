-- A voucher is used by whom and when its verification says, and what was undone was undone within ten minutes.
select v.id as verification_id, v.redemption_id, v.at, v.undone_at, r.ended_at
from voucher_verifications v
join redemptions r on r.county_id = v.county_id and r.id = v.redemption_id
where v.county_id = $1
  and case when v.undone_at is null then (r.ended_at, r.verified_by_id) is distinct from (v.at, v.by_id)
    else v.undone_at not between v.at and v.at + interval '10 minutes' end
