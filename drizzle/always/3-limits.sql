-- What is counted across processes: sign-ins per address, wrong codes per person. rate-limiter-flexible reads and writes it; the key carries the
-- county, nothing here is a tenant's data, and what a crash loses is only a count. Rows are cleared an hour after they are over.
create schema if not exists limits;
create unlogged table if not exists limits.hits (key varchar(255) primary key, points integer not null default 0, expire bigint);
grant usage on schema limits to sidan_api, sidan_backup;
grant select, insert, update, delete on limits.hits to sidan_api;
grant select on limits.hits to sidan_backup;
