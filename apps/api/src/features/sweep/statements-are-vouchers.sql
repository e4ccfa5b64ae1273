-- A statement comes to what its partner handed out in its month less what came back in it, as the vouchers and the ledger both tell; and stands where what was last said about it left it.
with moved as (
  select v.partner_id, v.id, 'redemption-capture' as reason, 1 as sign, to_char(v.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, v.redemption_id
  from voucher_verifications v
  where v.county_id = $1 and v.partner_id is not null and v.undone_at is null
  union all
  select v.partner_id, v.id, 'redemption-return', -1, to_char(v.returned_at at time zone 'Asia/Shanghai', 'YYYY-MM'), v.redemption_id
  from voucher_verifications v
  where v.county_id = $1 and v.partner_id is not null and v.returned_at is not null
), posted as (
  select t.reason, t.ref, sum(e.amount) as points
  from transfers t
  join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'rewardStore'
  where t.county_id = $1 and t.reason in ('redemption-capture', 'redemption-return')
  group by t.reason, t.ref
), sums as (
  select m.partner_id, m.month, count(*) filter (where m.sign > 0) as handed_out, count(*) filter (where m.sign < 0) as returned,
    sum(m.sign * r.price_points) as points, sum(m.sign * r.fee_fen) as fen, sum(coalesce(p.points, 0)) as ledger_points
  from moved m
  join redemptions r on r.county_id = $1 and r.id = m.redemption_id
  left join posted p on p.reason = m.reason and p.ref = m.id
  group by m.partner_id, m.month
), said as (
  select distinct on (statement_id) statement_id, case kind when 'answered' then 'open' else kind end as state
  from partner_statement_events
  where county_id = $1
  order by statement_id, at desc, id desc
)
select s.id as statement_id, s.month, s.handed_out_count, m.handed_out, s.returned_count, m.returned, s.points, m.points as voucher_points, m.ledger_points,
  s.compensation_fen, m.fen as voucher_fen, s.state, coalesce(d.state, 'open') as said
from partner_statements s
left join sums m on m.partner_id = s.partner_id and m.month = s.month
left join said d on d.statement_id = s.id
where s.county_id = $1
  and (s.handed_out_count, s.returned_count, s.points, s.points, s.compensation_fen, s.state)
    is distinct from (m.handed_out, m.returned, m.points, m.ledger_points, m.fen, coalesce(d.state, 'open'))
