/** Taking a demo's county out again whose story was never told to the end, so that it can be told anew. */
import type { CountyId } from '@sidan/types/ids'
import type { Database } from '../platform/db.ts'

/** Tables of counties, each after those that refer to it. */
const tablesSql = `
  with recursive tenants as (
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'counties'
  ), depths as (
    select oid, 0 as depth from tenants
    union select k.confrelid, d.depth + 1 from depths d join pg_constraint k on k.contype = 'f' and k.conrelid = d.oid and k.confrelid <> d.oid
    join tenants t on t.oid = k.confrelid
  )
  select d.oid::regclass::text as name, exists (select from pg_trigger t where t.tgrelid = d.oid and t.tgname = 'append_only') as "appendOnly"
  from depths d group by d.oid order by max(depth)`

/** Deletes all that belongs to the county, with the owner's login, in one transaction. Refuses unless this is a demo and the story is unfinished. */
export async function forgetUnfinishedCounty(owner: Database, countyId: CountyId): Promise<void> {
  await owner.inCounty(countyId, async (tx) => {
    const unfinished = await tx.rows({
      text: `select 1 from counties where county_id = $1 and story_told_at is null and exists (select from installation where demo) for update`,
      values: [countyId],
    })
    if (unfinished.length !== 1) throw new Error(`county ${countyId} is not an unfinished demo`)
    const tables = await tx.rows<{ name: string; appendOnly: boolean }>({ text: tablesSql })
    for (const { name, appendOnly } of tables) {
      if (appendOnly) await tx.rows({ text: `alter table ${name} disable trigger append_only` })
      await tx.rows({ text: `delete from ${name} where county_id = $1`, values: [countyId] })
      if (appendOnly) await tx.rows({ text: `alter table ${name} enable trigger append_only` })
    }
    await tx.rows({ text: 'delete from counties where county_id = $1', values: [countyId] })
  })
}
