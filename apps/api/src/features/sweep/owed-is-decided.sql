-- What somebody owes was decided by a person and stood: what was booked, less what was paid, what came back, and what was let off with a decision that was lifted
-- or ended.
with moved as (
  select d.id, d.account_id, d.transfer_id, d.amount, d.remaining,
    coalesce(sum(e.amount) filter (where e.account_id = d.account_id), 0) as owed,
    coalesce(sum(e.amount) filter (where e.account_id = d.account_id and e.transfer_id = d.transfer_id), 0) as booked,
    coalesce(-sum(e.amount) filter (where e.account_id = d.account_id and t.reason = 'owed-payment'), 0) as paid_of_owed,
    coalesce(sum(e.amount) filter (where e.issuer = 'absorbed' and t.reason = 'owed-payment'), 0) as paid,
    coalesce(sum(e.amount) filter (where e.issuer = 'absorbed'), 0) as kept
  from debts d
  left join entries e on e.county_id = d.county_id and e.debt_id = d.id
  left join transfers t on t.county_id = e.county_id and t.id = e.transfer_id
  where d.county_id = $1
  group by d.id, d.account_id, d.transfer_id, d.amount, d.remaining
), wrong as (
  select f.record_id, coalesce(a.person_id, f.person_id) as person_id, f.state, m.amount, m.remaining, m.paid
  from moved m
  join transfers o on o.county_id = $1 and o.id = m.transfer_id
  join accounts a on a.county_id = $1 and a.id = m.account_id
  full join (select * from fraud_decisions where county_id = $1) f on f.record_id = o.ref and o.reason = 'fraud-owed'
  where f.record_id is null and m.id is not null
    or m.id is null and f.standing_at is not null and f.points > 0
    or m.id is not null and (f.standing_at is null or a.code <> 'owed' or a.person_id <> f.person_id or m.amount <> f.points or m.booked <> m.amount
      or m.remaining <> m.owed or m.paid <> m.paid_of_owed or f.state in ('lifted', 'ended') and m.remaining <> 0 or f.state = 'lifted' and m.kept <> 0
      or f.state <> 'lifted' and m.kept <> m.paid)
)
select person_id, record_id, state, amount as decided_points, remaining as owed_points, paid as paid_points from wrong
union all
select a.person_id, null, 'balance', coalesce(sum(d.remaining), 0), a.balance, null
from accounts a left join debts d on d.county_id = a.county_id and d.account_id = a.id
where a.county_id = $1 and a.code = 'owed'
group by a.id, a.person_id, a.balance
having a.balance <> coalesce(sum(d.remaining), 0)
