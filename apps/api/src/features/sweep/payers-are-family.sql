-- Whose points pay for another's voucher were in one family with them when it was exchanged, and theirs are the points that it holds.
select r.id as redemption_id, r.person_id, r.payer_id, a.person_id as paid_by
from redemptions r
left join transfers t on t.county_id = r.county_id and t.reason = 'redemption-hold' and t.ref = r.id
left join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount < 0
left join accounts a on a.county_id = e.county_id and a.id = e.account_id
where r.county_id = $1
  and (a.person_id is distinct from coalesce(r.payer_id, r.person_id)
    or r.payer_id is not null and not exists (
      select 1 from family_members mine
      join family_members theirs on theirs.county_id = mine.county_id and theirs.family_id = mine.family_id and theirs.person_id = r.payer_id
      where mine.county_id = r.county_id and mine.person_id = r.person_id
        and t.recorded_at >= greatest(mine.joined_at, theirs.joined_at)
        and t.recorded_at <= least(coalesce(mine.left_at, 'infinity'), coalesce(theirs.left_at, 'infinity'))))
