import type { AnswerOf } from '@sidan/types/endpoint'
import type { getEntryForm } from '@sidan/types/manual-entries'
import type { Tx } from '../../platform/db.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, deskOf } from '../roles/rules.ts'

type Form = AnswerOf<typeof getEntryForm>

/** What an entry by hand may name, for who enters one. */
export async function readEntryForm(tx: Tx, actor: Actor): Promise<Form> {
  const { hours, platforms } = await policyOf(tx, actor.policyVersion)
  const rows = await tx.rows<{
    unit: Form['unit']
    shifts: { shiftId: string; title: string; startsAt: string; endsAt: string }[]
  }>({
    name: 'manual-entries.form',
    text: `select (select json_build_object('unitId', u.id, 'name', u.name) from units u where u.county_id = $1 and u.id = $3) as unit,
        coalesce((select json_agg(json_build_object('shiftId', s.id, 'title', a.title, 'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at desc)
          from signups g
          join openings o on o.county_id = g.county_id and o.id = g.opening_id and o.kind = 'volunteer'
          join shifts s on s.county_id = g.county_id and s.id = g.shift_id and s.state = 'open'
          join activities a on a.county_id = s.county_id and a.id = s.activity_id and a.state = 'published'
          where g.county_id = $1 and g.attendee_id = $2 and g.state = 'confirmed' and s.starts_at < $4 and s.starts_at > $4 - make_interval(days => $5)
            and not exists (select 1 from service_records r where r.county_id = g.county_id and r.shift_id = s.id and r.person_id = $2
              and r.state in ('pending', 'onNotice', 'approved', 'conflict'))), '[]') as shifts`,
    values: [
      tx.countyId,
      actor.personId,
      deskOf(actor, 'approve')?.unitId ?? actor.homeStationId,
      tx.now,
      hours.manualEntry?.withinDays ?? 0,
    ],
  })
  return {
    limits: hours.manualEntry,
    platforms: platforms.map(({ code, name }) => ({ code, name })),
    unit: rows[0]?.unit ?? null,
    shifts: (rows[0]?.shifts ?? []).map((shift) => ({
      ...shift,
      startsAt: new Date(shift.startsAt).toISOString(),
      endsAt: new Date(shift.endsAt).toISOString(),
    })),
  }
}
