import type { Tx } from '../../platform/db.ts'

/** A device that waits. */
export async function insertRequest(
  tx: Tx,
  row: { id: string; codeHash: Buffer; tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx.rows({
    name: 'screens.request',
    text: 'insert into screen_requests (county_id, id, code_hash, token_hash, expires_at) values ($1, $2, $3, $4, $5)',
    values: [tx.countyId, row.id, row.codeHash, row.tokenHash, row.expiresAt],
  })
}

/** The request with this code, locked: not used, and not over. */
export async function lockRequest(tx: Tx, codeHash: Buffer): Promise<{ id: string; tokenHash: Buffer } | undefined> {
  const [row] = await tx.rows<{ id: string; tokenHash: Buffer }>({
    name: 'screens.lock-request',
    text: `select id, token_hash as "tokenHash" from screen_requests
      where county_id = $1 and code_hash = $2 and used_at is null and expires_at > $3 order by expires_at desc limit 1 for no key update`,
    values: [tx.countyId, codeHash, tx.now],
  })
  return row
}

export async function saveUsed(tx: Tx, requestId: string): Promise<void> {
  await tx.rows({
    name: 'screens.used',
    text: 'update screen_requests set used_at = $3 where county_id = $1 and id = $2',
    values: [tx.countyId, requestId, tx.now],
  })
}

/** Until when a device with this token waits to be enrolled. */
export async function findWaiting(tx: Tx, tokenHash: Buffer): Promise<Date | undefined> {
  const [row] = await tx.rows<{ expiresAt: Date }>({
    name: 'screens.waiting',
    text: `select expires_at as "expiresAt" from screen_requests
      where county_id = $1 and token_hash = $2 and used_at is null and expires_at > $3`,
    values: [tx.countyId, tokenHash, tx.now],
  })
  return row?.expiresAt
}

/** How many screens show codes at a unit. */
export async function countScreens(tx: Tx, unitId: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>({
    name: 'screens.count',
    text: `select count(*)::int as count from screens where county_id = $1 and unit_id = $2 and kind = 'wall' and revoked_at is null`,
    values: [tx.countyId, unitId],
  })
  return row?.count ?? 0
}

/** Adds a wall's screen; false when its short code is taken: another is drawn. */
export async function insertScreen(
  tx: Tx,
  row: { id: string; unitId: string; name: string; shortCode: string; tokenHash: Buffer; byId: string },
): Promise<boolean> {
  const made = await tx.rows({
    name: 'screens.enrol',
    text: `insert into screens (county_id, id, unit_id, kind, short_code, name, token_hash, by_id, enrolled_at)
      values ($1, $2, $3, 'wall', $4, $5, $6, $7, $8) on conflict (county_id, short_code) do nothing returning id`,
    values: [tx.countyId, row.id, row.unitId, row.shortCode, row.name, row.tokenHash, row.byId, tx.now],
  })
  return made.length === 1
}

interface Phone {
  shiftId: string | null
  orderId: string | null
  byId: string
}

/** The phone of this person for this shift or order. */
export async function findPhone(tx: Tx, { shiftId, orderId, byId }: Phone): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'screens.phone',
    text: 'select id from screens where county_id = $1 and by_id = $2 and (shift_id = $3 or order_id = $4)',
    values: [tx.countyId, byId, shiftId, orderId],
  })
  return row?.id
}

/** Adds a phone, unless it is there or the short code is taken. */
export async function insertPhone(
  tx: Tx,
  row: Phone & { id: string; unitId: string; name: string; shortCode: string },
): Promise<void> {
  await tx.rows({
    name: 'screens.add-phone',
    text: `insert into screens (county_id, id, unit_id, kind, short_code, name, shift_id, order_id, by_id, enrolled_at)
      values ($1, $2, $3, 'phone', $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [tx.countyId, row.id, row.unitId, row.shortCode, row.name, row.shiftId, row.orderId, row.byId, tx.now],
  })
}

export interface ScreenRow {
  screenId: string
  unitId: string
  kind: 'wall' | 'phone'
  shortCode: string
  name: string
  shiftId: string | null
  orderId: string | null
  byId: string
  lastSeenAt: Date | null
  revokedAt: Date | null
}

const columns = `s.id as "screenId", s.unit_id as "unitId", s.kind, s.short_code as "shortCode", s.name, s.shift_id as "shiftId", s.order_id as "orderId",
  s.by_id as "byId", s.last_seen_at as "lastSeenAt", s.revoked_at as "revokedAt"`

export async function findByShortCode(tx: Tx, shortCode: string): Promise<ScreenRow | undefined> {
  const [row] = await tx.rows<ScreenRow>({
    name: 'screens.by-code',
    text: `select ${columns} from screens s where s.county_id = $1 and s.short_code = $2`,
    values: [tx.countyId, shortCode],
  })
  return row
}

/** The screen with this token and its unit's wall code, as long as it was not taken away and the unit is open. */
export async function findByToken(tx: Tx, tokenHash: Buffer): Promise<(ScreenRow & { unitCode: string }) | undefined> {
  const [row] = await tx.rows<ScreenRow & { unitCode: string }>({
    name: 'screens.by-token',
    text: `select ${columns}, u.short_code as "unitCode" from screens s join units u on u.county_id = s.county_id and u.id = s.unit_id and u.active
      where s.county_id = $1 and s.token_hash = $2 and s.revoked_at is null`,
    values: [tx.countyId, tokenHash],
  })
  return row
}

/** A wall's screen, locked. */
export async function lockScreen(tx: Tx, screenId: string): Promise<ScreenRow | undefined> {
  const [row] = await tx.rows<ScreenRow>({
    name: 'screens.lock',
    text: `select ${columns} from screens s where s.county_id = $1 and s.id = $2 and s.kind = 'wall' for no key update`,
    values: [tx.countyId, screenId],
  })
  return row
}

export async function saveRevoked(tx: Tx, screenId: string, byId: string): Promise<void> {
  await tx.rows({
    name: 'screens.revoke',
    text: 'update screens set revoked_at = $3, revoked_by_id = $4 where county_id = $1 and id = $2',
    values: [tx.countyId, screenId, tx.now, byId],
  })
}

/** Notes that the screen was there, at most once a minute. */
export async function saveSeen(tx: Tx, screenId: string): Promise<void> {
  await tx.rows({
    name: 'screens.seen',
    text: `update screens set last_seen_at = $3
      where county_id = $1 and id = $2 and (last_seen_at is null or last_seen_at < $3::timestamptz - interval '50 seconds')`,
    values: [tx.countyId, screenId, tx.now],
  })
}
