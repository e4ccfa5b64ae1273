-- Each entry starts from the balance the entry before it left.
select account_id, account_version, balance_before, amount, balance_after
from (
  select account_id, account_version, amount, balance_after,
    coalesce(lag(balance_after) over (partition by account_id order by account_version), 0) as balance_before
  from entries
  where county_id = $1 and account_id is not null
) e
where balance_before + amount <> balance_after
