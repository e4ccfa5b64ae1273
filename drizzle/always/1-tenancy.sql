-- Run after the migrations at every start, and idempotent: whatever table there is, it is secured.
-- A table with a county_id is a tenant's: row-level security is forced, and a query sees only the county set for its transaction.
-- The policy fails closed on NULL and on '' (which the setting reads as after a transaction that set it locally).
do $$
declare
  t record;
begin
  for t in
    select c.oid, c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped)
      and c.relname <> 'counties' as tenant
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('grant select on public.%I to sidan_backup', t.relname);
    if t.tenant then
      execute format('alter table public.%I enable row level security', t.relname);
      execute format('alter table public.%I force row level security', t.relname);
      execute format('drop policy if exists in_county on public.%I', t.relname);
      execute format('create policy in_county on public.%I using (county_id = (select nullif(current_setting(''app.county_id'', true), '''')::int)) with check (county_id = (select nullif(current_setting(''app.county_id'', true), '''')::int))', t.relname);
      execute format('grant select, insert, update, delete on public.%I to sidan_api, sidan_worker', t.relname);
    else
      execute format('grant select on public.%I to sidan_api, sidan_worker', t.relname);
    end if;
  end loop;
end $$;

-- Append-only: what was written stays as it was written, for every login.
create or replace function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'SD003';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['order_events', 'transfers', 'entries', 'audit_events', 'clock_events', 'consents', 'star_changes', 'audit_walks', 'audit_draws', 'reward_stock_moves', 'partner_statement_events', 'time_pool_gifts'] loop
    execute format('create or replace trigger append_only before update or delete on public.%I for each row execute function forbid_change()', name);
    execute format('revoke update, delete on public.%I from sidan_api, sidan_worker', name);
  end loop;
end $$;

-- What was handed out stays so written, but that it was undone or brought back.
revoke update, delete on public.voucher_verifications from sidan_api, sidan_worker;
grant update (undone_at, undone_by_id, returned_at, returned_by_id, return_words) on public.voucher_verifications to sidan_api, sidan_worker;

-- What a statement comes to stays as it was issued; only what is said about it moves it.
revoke update, delete on public.partner_statements from sidan_api, sidan_worker;
grant update (state) on public.partner_statements to sidan_api, sidan_worker;

-- What was counted stays as it was written, but that it was taken back, and why.
revoke update, delete on public.action_counts from sidan_api, sidan_worker;
grant update (undone_at, undone_by_id, undone_words) on public.action_counts to sidan_api, sidan_worker;

-- What was used stays so written, but that it was undone; a card, but that it ended.
revoke update, delete on public.benefit_uses, public.benefit_cards from sidan_api, sidan_worker;
grant update (undone_at, undone_by_id) on public.benefit_uses to sidan_api, sidan_worker;
grant update (ended_at) on public.benefit_cards to sidan_api, sidan_worker;
