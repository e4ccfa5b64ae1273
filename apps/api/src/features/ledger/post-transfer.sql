-- The one way value moves. Called by post.ts alone.
--
-- A transfer is a list of moves; a move takes `amount` of one unit from one side to another. A side is a person's account (`person`, `account`) or an
-- issuer/sink (`issuer`), which is a code without a running balance. Each move writes its entries in pairs, so every transfer sums to 0 per unit.
--
-- Points are lots. What comes from an issuer into `available` makes a lot. What leaves `available` names the lots it takes, earliest expiry first.
-- `held` keeps the lots of the hold: a capture or void names the transfer that held them (`of`), and a void gives them back with their old expiry.
-- What comes from an issuer into `held` names the capture that took it (`of`): its lots are held again, and the hold's transfer names them as before.
--
-- What a person owes is a debt, as what they earned is a lot. What comes from an issuer into `owed` makes one; what leaves `owed` names it (`debt`). Whoever
-- owes pays first: from each lot that is issued, but not from points that come back (`absorbed` gives those), the oldest debt is paid at once by a transfer of
-- its own. Every earning comes through here, so none can forget it.
--
-- Lock order: all accounts of the transfer first, in id order, FOR NO KEY UPDATE; only then are lots read, with a fresh snapshot (the function is
-- VOLATILE), so a spend that waited sees what was earned meanwhile. Inserting entries before locking would deadlock on the foreign keys' KEY SHARE.
--
-- A person's `owed` is locked with whatever else of theirs is.
--
-- An account holds one unit: points, minutes served, or time credit, which is neither. A move in another unit is a mistake of the program: SD002.
--
-- Returns the transfer's id: the new one, or the one that already moved this fact (reason, ref) — then nothing moves again.
-- Raises SD001 when an account or its lots do not cover a move.
create or replace function post_transfer(
  p_county int, p_id uuid, p_reason text, p_ref uuid, p_policy_version int,
  p_happened_at timestamptz, p_recorded_at timestamptz, p_today date, p_reverses uuid, p_moves jsonb
) returns uuid language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  v_move jsonb;
  v_side jsonb;
  v_sign int;
  v_existing uuid;
  v_account accounts%rowtype;
  v_amount bigint;
  v_left bigint;
  v_take bigint;
  v_lot record;
  v_lot_id uuid;
  v_line int := 0;
  v_unit text;
  v_debt uuid;
begin
  -- 1. accounts exist, then are locked in id order
  insert into accounts (county_id, id, person_id, code, balance, version)
    select p_county, gen_random_uuid(), s.person, s.account, 0, 0
    from (
      select distinct (side ->> 'person')::uuid as person, side ->> 'account' as account
      from jsonb_array_elements(p_moves) m, lateral (values (m -> 'from'), (m -> 'to')) as sides (side)
      where side ? 'person'
    ) s
    where not exists (select 1 from accounts a where a.county_id = p_county and a.person_id = s.person and a.code = s.account)
    order by s.person, s.account
    on conflict (county_id, person_id, code) do nothing;
  perform 1 from accounts a
    where a.county_id = p_county and (a.person_id, a.code) in (
      select (side ->> 'person')::uuid, code
      from jsonb_array_elements(p_moves) m, lateral (values (m -> 'from'), (m -> 'to')) as sides (side),
        lateral (values (side ->> 'account'), ('owed')) as codes (code)
      where side ? 'person')
    order by a.id
    for no key update;

  -- 2. one fact moves value once
  insert into transfers (county_id, id, reason, ref, policy_version, happened_at, recorded_at, reverses)
    values (p_county, p_id, p_reason, p_ref, p_policy_version, p_happened_at, p_recorded_at, p_reverses)
    on conflict (county_id, reason, ref) do nothing;
  if not found then
    select id into strict v_existing from transfers where county_id = p_county and reason = p_reason and ref = p_ref;
    return v_existing;
  end if;

  -- 3. the moves
  for v_move in select * from jsonb_array_elements(p_moves) loop
    v_amount := (v_move ->> 'amount')::bigint;
    v_unit := v_move ->> 'unit';
    if v_amount is null or v_amount <= 0 then
      raise exception 'a move takes a positive amount' using errcode = 'SD002';
    end if;
    v_left := v_amount;
    v_debt := ledger_debt(p_county, v_move, p_id);

    -- portions: (lot or null, amount)
    for v_lot in
      select p.lot_id, p.take from ledger_portions(p_county, v_move, p_id, p_today) p
    loop
      v_take := v_lot.take;
      v_left := v_left - v_take;
      v_lot_id := v_lot.lot_id;
      foreach v_sign in array array[-1, 1] loop
        v_side := case when v_sign < 0 then v_move -> 'from' else v_move -> 'to' end;
        v_line := v_line + 1;
        if v_side ? 'issuer' then
          insert into entries (county_id, transfer_id, line, issuer, unit, amount, lot_id, debt_id)
            values (p_county, p_id, v_line, v_side ->> 'issuer', v_unit, v_sign * v_take, v_lot_id, v_debt);
        else
          update accounts set balance = balance + v_sign * v_take, version = version + 1
            where county_id = p_county and person_id = (v_side ->> 'person')::uuid and code = v_side ->> 'account'
              and balance + v_sign * v_take >= 0
            returning * into v_account;
          if not found then
            raise exception 'the account does not cover this' using errcode = 'SD001';
          end if;
          if v_unit is distinct from (case v_account.code
            when 'earnedMinutes' then 'minutes' when 'timeCredit' then 'timeCredit' when 'receivedCredit' then 'timeCredit'
            when 'heldCredit' then 'timeCredit' else 'points' end) then
            raise exception 'the account holds another unit' using errcode = 'SD002';
          end if;
          insert into entries (county_id, transfer_id, line, account_id, unit, amount, balance_after, account_version, lot_id, debt_id)
            values (p_county, p_id, v_line, v_account.id, v_unit, v_sign * v_take, v_account.balance, v_account.version, v_lot_id, v_debt);
        end if;
        if v_side ->> 'account' = 'owed' then
          update debts set remaining = remaining + v_sign * v_take
            where county_id = p_county and id = v_debt and account_id = v_account.id;
          if not found then
            raise exception 'it is no debt of theirs' using errcode = 'SD002';
          end if;
        end if;
        if v_lot_id is not null and v_side ->> 'account' in ('available', 'held') then
          update lots set
              remaining = remaining + case when v_side ->> 'account' = 'available' then v_sign * v_take else 0 end,
              held = held + case when v_side ->> 'account' = 'held' then v_sign * v_take else 0 end
            where county_id = p_county and id = v_lot_id;
        end if;
      end loop;
    end loop;
    if v_left <> 0 then
      raise exception 'the lots do not cover this' using errcode = 'SD001';
    end if;
  end loop;

  -- 4. who owes pays first
  if p_moves @? '$[*].expiresOn' then
    perform ledger_pay_first(p_county, p_id, p_policy_version, p_happened_at, p_recorded_at, p_today);
  end if;
  return p_id;
end $$;

-- The debt that a move is about: a new one for what comes into `owed`, else the one it names.
create or replace function ledger_debt(p_county int, p_move jsonb, p_transfer uuid)
returns uuid language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  v_debt uuid := (p_move ->> 'debt')::uuid;
begin
  if p_move -> 'to' ->> 'account' = 'owed' then
    v_debt := gen_random_uuid();
    insert into debts (county_id, id, account_id, transfer_id, amount, remaining)
      select p_county, v_debt, a.id, p_transfer, (p_move ->> 'amount')::bigint, 0 from accounts a
      where a.county_id = p_county and a.person_id = (p_move -> 'to' ->> 'person')::uuid and a.code = 'owed';
  end if;
  return v_debt;
end $$;

-- Pays what the person owes from the lots that a transfer issued, the oldest debt first: one transfer for each lot, named by it.
create or replace function ledger_pay_first(
  p_county int, p_transfer uuid, p_policy_version int, p_happened_at timestamptz, p_recorded_at timestamptz, p_today date
) returns void language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  v_lot record;
  v_moves jsonb;
begin
  for v_lot in
    select l.id, l.remaining, a.person_id from lots l
    join accounts a on a.county_id = l.county_id and a.id = l.account_id
    where l.county_id = p_county and l.transfer_id = p_transfer and exists (
      select 1 from entries e where e.county_id = p_county and e.transfer_id = p_transfer and e.lot_id = l.id and e.issuer <> 'absorbed')
    order by l.id
  loop
    select jsonb_agg(jsonb_build_object('unit', 'points', 'amount', least(d.remaining, v_lot.remaining - d.before), 'debt', d.id,
        'from', jsonb_build_object('person', v_lot.person_id, 'account', s.account), 'to', jsonb_build_object('issuer', s.issuer))
        || case when s.account = 'available' then jsonb_build_object('lot', v_lot.id) else '{}' end
        order by d.no, s.account)
      into v_moves
      from (
        select d.id, d.remaining, row_number() over w as no,
          coalesce(sum(d.remaining) over (w rows between unbounded preceding and 1 preceding), 0)::bigint as before
        from debts d
        join accounts o on o.county_id = d.county_id and o.id = d.account_id and o.person_id = v_lot.person_id
        join transfers t on t.county_id = d.county_id and t.id = d.transfer_id
        where d.county_id = p_county and d.remaining > 0
        window w as (order by t.recorded_at, d.id)
      ) d, (values ('available', 'absorbed'), ('owed', 'debts')) as s (account, issuer)
      where d.before < v_lot.remaining;
    if v_moves is not null then
      perform post_transfer(p_county, gen_random_uuid(), 'owed-payment', v_lot.id, p_policy_version, p_happened_at, p_recorded_at, p_today, null, v_moves);
    end if;
  end loop;
end $$;

-- Which lots a move takes, and how much of each; one row without a lot for units that have none (minutes, time credit).
create or replace function ledger_portions(p_county int, p_move jsonb, p_transfer uuid, p_today date)
returns table (lot_id uuid, take bigint) language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  v_from text := p_move -> 'from' ->> 'account';
  v_to text := p_move -> 'to' ->> 'account';
  v_amount bigint := (p_move ->> 'amount')::bigint;
  v_of uuid := (p_move ->> 'of')::uuid;
  v_account uuid;
  v_lot uuid;
begin
  -- minutes and time credit have no lots, and what passes between issuers is in no lot
  if p_move ->> 'unit' <> 'points' or coalesce(v_from, v_to, '') not in ('available', 'held') then
    return query select null::uuid, v_amount;
    return;
  end if;
  if v_from is null and v_to = 'held' then -- the person's own lots which a capture took from there
    return query
      select e.lot_id, e.amount from entries e
      join lots l on l.county_id = e.county_id and l.id = e.lot_id
      join accounts a on a.county_id = l.county_id and a.id = l.account_id and a.person_id = (p_move -> 'to' ->> 'person')::uuid
      where e.county_id = p_county and e.transfer_id = v_of and e.issuer = p_move -> 'from' ->> 'issuer' and e.amount > 0
      order by e.line;
    return;
  end if;
  if v_from is null and p_move ? 'lot' then -- what a lot of theirs had paid comes back to it
    return query
      select l.id, v_amount from lots l
      join accounts a on a.county_id = l.county_id and a.id = l.account_id and a.person_id = (p_move -> 'to' ->> 'person')::uuid
      where l.county_id = p_county and l.id = (p_move ->> 'lot')::uuid;
    return;
  end if;
  if v_from is null then -- issued: a new lot
    select id into strict v_account from accounts
      where county_id = p_county and person_id = (p_move -> 'to' ->> 'person')::uuid and code = v_to;
    v_lot := gen_random_uuid();
    insert into lots (county_id, id, account_id, transfer_id, earned_on, expires_on, amount, remaining, held)
      values (p_county, v_lot, v_account, p_transfer, p_today, (p_move ->> 'expiresOn')::date, v_amount, 0, 0);
    return query select v_lot, v_amount;
    return;
  end if;
  select id into strict v_account from accounts
    where county_id = p_county and person_id = (p_move -> 'from' ->> 'person')::uuid and code = v_from;
  if v_from = 'held' then -- the lots which the hold put there
    return query
      select e.lot_id, e.amount from entries e
      where e.county_id = p_county and e.transfer_id = v_of and e.account_id = v_account and e.amount > 0
      order by e.line;
  elsif p_move ? 'lot' then -- one named lot: expiry
    return query
      select l.id, least(l.remaining, v_amount) from lots l
      where l.county_id = p_county and l.id = (p_move ->> 'lot')::uuid and l.account_id = v_account and l.remaining > 0;
  else -- a spend: what is not expired, earliest expiry first
    return query
      select w.id, least(w.remaining, v_amount - w.before) from (
        select l.id, l.remaining, l.expires_on,
          coalesce(sum(l.remaining) over (order by l.expires_on, l.id rows between unbounded preceding and 1 preceding), 0)::bigint as before
        from lots l
        where l.county_id = p_county and l.account_id = v_account and l.remaining > 0 and l.expires_on >= p_today
      ) w
      where w.before < v_amount order by w.expires_on, w.id;
  end if;
end $$;
