-- No account and no lot is below 0, nor ever was, and no lot holds more than was earned with it.
select 'account' as what, id, balance as amount from accounts where county_id = $1 and balance < 0
union all
select 'entry', account_id, balance_after from entries where county_id = $1 and balance_after < 0
union all
select 'lot', id, least(remaining, held, amount - remaining - held) from lots
where county_id = $1 and least(remaining, held, amount - remaining - held) < 0
