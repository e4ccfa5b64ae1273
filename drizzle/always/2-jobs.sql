-- The queue's door. graphile-worker's private tables have row-level security without policies, so the API never touches them: it calls jobs.enqueue,
-- which stamps the county of the transaction into the payload and the key, and refuses outside a county. A rollback leaves no job.
create schema if not exists jobs;
grant usage on schema jobs to sidan_api, sidan_worker;
create or replace function jobs.enqueue(task text, payload jsonb, run_at timestamptz, key text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_county int := nullif(current_setting('app.county_id', true), '')::int;
begin
  if v_county is null then
    raise exception 'a job belongs to a county' using errcode = 'SD004';
  end if;
  perform graphile_worker.add_job(task, (payload || jsonb_build_object('countyId', v_county))::json, null, run_at, 5, v_county || ':' || key);
end $$;
revoke all on function jobs.enqueue from public;
grant execute on function jobs.enqueue to sidan_api, sidan_worker;

revoke execute on all functions in schema graphile_worker from public;
grant usage, create on schema graphile_worker to sidan_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to sidan_worker;
grant usage on all sequences in schema graphile_worker to sidan_worker;
grant execute on all functions in schema graphile_worker to sidan_worker;
-- A dump takes everything: the tables of every county (1-tenancy.sql), what was migrated, and the queue.
grant usage on schema drizzle, graphile_worker, jobs to sidan_backup;
grant select on all tables in schema drizzle, graphile_worker to sidan_backup;
grant select on all sequences in schema public, drizzle, graphile_worker to sidan_backup;
do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity loop
    execute format('drop policy if exists for_worker on graphile_worker.%I', name);
    execute format('create policy for_worker on graphile_worker.%I to sidan_worker, sidan_owner using (true) with check (true)', name);
  end loop;
end $$;
