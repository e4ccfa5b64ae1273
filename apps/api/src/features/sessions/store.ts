import type { Tx } from '../../platform/db.ts'

/** Makes a session family for a person who just signed in. */
export async function insertFamily(tx: Tx, familyId: string, personId: string): Promise<void> {
  await tx.rows({
    name: 'sessions.family',
    text: 'insert into session_families (county_id, id, person_id, created_at) values ($1, $2, $3, $4)',
    values: [tx.countyId, familyId, personId, tx.now],
  })
}

/** Stores a refresh token's hash; the token itself is nowhere. */
export async function insertToken(tx: Tx, tokenHash: Buffer, familyId: string, expiresAt: Date): Promise<void> {
  await tx.rows({
    name: 'sessions.token',
    text: 'insert into refresh_tokens (county_id, token_hash, family_id, expires_at) values ($1, $2, $3, $4)',
    values: [tx.countyId, tokenHash, familyId, expiresAt],
  })
}

export interface TokenRow {
  familyId: string
  personId: string
  expiresAt: Date
  usedAt: Date | null
  familyRevokedAt: Date | null
}

/** A refresh token with its family and person, locked; a closed person has none. */
export async function lockToken(tx: Tx, tokenHash: Buffer): Promise<TokenRow | undefined> {
  const [row] = await tx.rows<TokenRow>({
    name: 'sessions.lock-token',
    text: `select t.family_id as "familyId", f.person_id as "personId", t.expires_at as "expiresAt", t.used_at as "usedAt", f.revoked_at as "familyRevokedAt"
      from refresh_tokens t
      join session_families f on f.county_id = t.county_id and f.id = t.family_id
      join people p on p.county_id = f.county_id and p.id = f.person_id and p.closed_at is null
      where t.county_id = $1 and t.token_hash = $2 for no key update of t, f`,
    values: [tx.countyId, tokenHash],
  })
  return row
}

export async function markUsed(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.rows({
    name: 'sessions.used',
    text: 'update refresh_tokens set used_at = $3 where county_id = $1 and token_hash = $2',
    values: [tx.countyId, tokenHash, tx.now],
  })
}

export async function revokeFamily(tx: Tx, familyId: string): Promise<void> {
  await tx.rows({
    name: 'sessions.revoke',
    text: 'update session_families set revoked_at = coalesce(revoked_at, $3) where county_id = $1 and id = $2',
    values: [tx.countyId, familyId, tx.now],
  })
}

/** The person of an openid, made on the first sign-in. */
export async function findOrMakePerson(
  tx: Tx,
  person: { id: string; displayName: string; openidIndex: Buffer; openidSealed: Buffer },
): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'sessions.make-person',
    text: `with made as (
        insert into people (county_id, id, display_name, name_pinyin, openid_index, openid_sealed, remembered_risks, created_at)
        values ($1, $2, $3, '', $4, $5, '{}', $6) on conflict (county_id, openid_index) do nothing returning id)
      select id from made union all
      select id from people where county_id = $1 and openid_index = $4 and closed_at is null limit 1`,
    values: [tx.countyId, person.id, person.displayName, person.openidIndex, person.openidSealed, tx.now],
  })
  // Made by another sign-in that we waited for: what it made is in the snapshot of the next statement, not of that one.
  return row?.id ?? findPersonOf(tx, person.openidIndex)
}

async function findPersonOf(tx: Tx, openidIndex: Buffer): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'sessions.person',
    text: 'select id from people where county_id = $1 and openid_index = $2 and closed_at is null',
    values: [tx.countyId, openidIndex],
  })
  return row?.id
}

export interface SignInRow {
  id: string
  browserSecretHash: Buffer
  expiresAt: Date
  confirmedById: string | null
  claimedAt: Date | null
}

export async function insertSignIn(
  tx: Tx,
  row: { id: string; shortCode: string; browserSecretHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx.rows({
    name: 'sessions.ask',
    text: 'insert into sign_in_requests (county_id, id, short_code, browser_secret_hash, expires_at) values ($1, $2, $3, $4, $5)',
    values: [tx.countyId, row.id, row.shortCode, row.browserSecretHash, row.expiresAt],
  })
}

const signInColumns = `id, browser_secret_hash as "browserSecretHash", expires_at as "expiresAt", confirmed_by_id as "confirmedById", claimed_at as "claimedAt"`

/** The newest sign-in request of a short code, locked. */
export async function lockSignInByCode(tx: Tx, shortCode: string): Promise<SignInRow | undefined> {
  const [row] = await tx.rows<SignInRow>({
    name: 'sessions.lock-code',
    text: `select ${signInColumns} from sign_in_requests where county_id = $1 and short_code = $2 order by expires_at desc limit 1 for no key update`,
    values: [tx.countyId, shortCode],
  })
  return row
}

export async function lockSignIn(tx: Tx, id: string): Promise<SignInRow | undefined> {
  const [row] = await tx.rows<SignInRow>({
    name: 'sessions.lock-sign-in',
    text: `select ${signInColumns} from sign_in_requests where county_id = $1 and id = $2 for no key update`,
    values: [tx.countyId, id],
  })
  return row
}

export async function saveConfirmed(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.rows({
    name: 'sessions.confirm',
    text: 'update sign_in_requests set confirmed_by_id = $3, confirmed_at = $4 where county_id = $1 and id = $2',
    values: [tx.countyId, id, personId, tx.now],
  })
}

export async function saveClaimed(tx: Tx, id: string): Promise<void> {
  await tx.rows({
    name: 'sessions.claim',
    text: 'update sign_in_requests set claimed_at = $3 where county_id = $1 and id = $2',
    values: [tx.countyId, id, tx.now],
  })
}
