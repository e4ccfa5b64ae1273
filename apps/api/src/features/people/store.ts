import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { people, volunteers } from './table.ts'

type Row<Table extends { $inferInsert: object }, Columns extends keyof Table['$inferInsert']> = Pick<
  Table['$inferInsert'],
  Columns
>

/** Adds somebody whom the center knows. */
export async function insertPerson(
  tx: Tx,
  person: Row<typeof people, 'id' | 'displayName' | 'namePinyin' | 'nameSearch' | 'homeStationId' | 'demoLine'>,
): Promise<void> {
  await tx.db.insert(people).values({ ...person, countyId: tx.countyId, rememberedRisks: {}, createdAt: tx.now })
}

/** Makes a person a volunteer. */
export async function insertVolunteer(
  tx: Tx,
  volunteer: Row<
    typeof volunteers,
    'personId' | 'volunteerNo' | 'skills' | 'availability' | 'ageBand' | 'registeredUnitId'
  >,
): Promise<void> {
  await tx.db.insert(volunteers).values({ ...volunteer, countyId: tx.countyId, active: true, registeredAt: tx.now })
}

/** Changes how a person is called, and what they are found by. */
export async function updateName(
  tx: Tx,
  personId: string,
  name: Row<typeof people, 'displayName' | 'namePinyin' | 'nameSearch' | 'nameSealed'>,
): Promise<void> {
  await tx.db
    .update(people)
    .set(name)
    .where(and(eq(people.countyId, tx.countyId), eq(people.id, personId)))
}
