-- Run once by a superuser on a real server: psql -f drizzle/roles.sql, then set each login's password (\password sidan_api …) and
--   create database sidan owner sidan_owner;
-- The embedded database runs the same file. None of them is a superuser; FORCE ROW LEVEL SECURITY binds the owner too.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sidan_owner') then create role sidan_owner login; end if;
  if not exists (select from pg_roles where rolname = 'sidan_api') then create role sidan_api login; end if;
  if not exists (select from pg_roles where rolname = 'sidan_worker') then create role sidan_worker login; end if;
  if not exists (select from pg_roles where rolname = 'sidan_backup') then create role sidan_backup login bypassrls; end if;
end $$;
