-- Spreads the schema over a Citus cluster, once, when one machine is outgrown: each county's rows live together on one node, by county_id.
--
--   psql -v ON_ERROR_STOP=1 -f drizzle/citus/distribute.sql    as the tables' owner, on the coordinator, with the program stopped
--
-- The tables that have no county are copied to every node. Foreign keys are taken off first and put back as they were: Citus refuses to distribute
-- a table that refers to one which is not distributed yet. The schemas of the queue, the limits and the migrations stay on the coordinator.
-- Row triggers need `alter database sidan set citus.enable_unsafe_triggers = on`, set by a superuser and kept, because every start renews them.
--
-- Checked against the catalogue only: a test sees that it names each table once and leaves every foreign key as it was, with the two functions of
-- Citus stood in for. This file has not been run on a Citus cluster: try it on a copy first.
begin;
set local citus.multi_shard_modify_mode = 'sequential';
set local citus.enable_unsafe_triggers = on;

create temporary table foreign_keys on commit drop as
  select conrelid::regclass as on_table, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace;
do $$
declare
  k record;
begin
  for k in select * from foreign_keys loop
    execute format('alter table %s drop constraint %I', k.on_table, k.name);
  end loop;
end $$;

-- Without a county, or one row per county: a copy on every node.
select create_reference_table('public.counties');
select create_reference_table('public.installation');

-- A county's: side by side on one node.
select create_distributed_table('public.units', 'county_id', colocate_with => 'none');
select create_distributed_table('public.accounts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.action_counts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.action_days', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.activities', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.affiliation_numbers', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.affiliations', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.audit_draws', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.audit_events', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.audit_walks', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.benefit_cards', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.benefit_uses', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.calendar_feeds', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.catalog_items', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.certificate_keys', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.certificate_records', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.certificates', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.children', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.clock_events', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.clocks', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.consents', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.debts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.entries', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.families', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.family_members', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.feedback', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.fraud_decisions', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.guardian_consents', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.guardian_requests', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.idempotency_keys', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.insurances', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.lots', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.notices', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.openings', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.order_events', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.order_goers', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.order_texts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.orders', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.pairing_households', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.pairing_substitutes', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.pairing_visits', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.pairings', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.partner_statement_events', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.partner_statements', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.partners', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.people', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.photos', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.policies', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.qualification_kinds', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.qualification_refusals', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.qualifications', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.record_objections', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.record_texts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.redemptions', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.refresh_tokens', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.reward_items', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.reward_stock_moves', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.risks', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.role_grants', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.role_invitations', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.roll_up_marks', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.roll_up_states', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.screen_requests', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.screens', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.service_records', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.session_families', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.sheet_imports', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.sheet_rows', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.shift_places', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.shift_reports', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.shifts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.sign_in_requests', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.signups', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.skills', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.star_changes', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.team_days', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.team_members', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.team_messages', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.team_namings', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.team_requests', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.teams', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.time_gifts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.time_pledges', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.time_pool_gifts', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.time_pools', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.transfers', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.unit_days', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.volunteers', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.voucher_verifications', 'county_id', colocate_with => 'public.units');
select create_distributed_table('public.word_checks', 'county_id', colocate_with => 'public.units');

do $$
declare
  k record;
begin
  for k in select * from foreign_keys loop
    execute format('alter table %s add constraint %I %s', k.on_table, k.name, k.definition);
  end loop;
end $$;
commit;
