-- Every transfer names the record, the counting, the redemption, the verification of a voucher, the lot, the gift, the pledge or the decision it is about; a reversal names the transfer
-- it takes back.
select t.id as transfer_id, t.reason, t.ref
from transfers t
left join service_records r on r.county_id = t.county_id and r.id = t.ref
left join action_counts k on k.county_id = t.county_id and k.id = t.ref
left join redemptions d on d.county_id = t.county_id and d.id = t.ref
left join voucher_verifications v on v.county_id = t.county_id and v.id = t.ref
left join time_gifts g on g.county_id = t.county_id and g.id = t.ref
left join time_pool_gifts o on o.county_id = t.county_id and o.id = t.ref
left join time_pledges p on p.county_id = t.county_id and p.id = t.ref
left join lots l on l.county_id = t.county_id and l.id = t.ref
where t.county_id = $1
  and case
    when t.reason in ('record-minutes', 'record-points', 'rating-bonus') then r.id is null
    when t.reason = 'action-points' then k.id is null
    when t.reason in ('redemption-capture', 'redemption-undo', 'redemption-return') then v.id is null
    when t.reason like 'redemption-%' then d.id is null
    -- Of points that came back: from a voucher, or from a decision that was lifted.
    when t.reason = 'claw-back' then d.id is null and r.id is null
    when t.reason = 'lot-expiry' then l.id is null and d.id is null and r.id is null
    when t.reason in ('credit-save', 'credit-take-back') then r.id is null
    when t.reason like 'gift-%' then g.id is null
    when t.reason = 'pool-gift' then o.id is null
    when t.reason like 'pledge-%' then p.id is null
    when t.reason in ('fraud-owed', 'fraud-lifted', 'owed-ended') then not exists (select 1 from fraud_decisions f where f.county_id = $1 and f.record_id = t.ref)
    when t.reason = 'owed-payment' then l.id is null
    when t.reason = 'reversal' then t.ref is distinct from t.reverses
    else true
  end
