import type { AnswerOf } from '@sidan/types/endpoint'
import type { listInvitations, renewInvitation } from '@sidan/types/role-invitations'
import type { Role } from '@sidan/types/roles'
import { type Crypto, sameSecret } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, grantableRoles, maySeeGrants, type UnitPlace } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { renderCode } from './render-code.ts'
import { mayChange, stateOf } from './rules.ts'

type Shown = AnswerOf<typeof renewInvitation>

export interface InvitationRow {
  id: string
  code_hash: Buffer
  round: number
  role: Role
  unit: Shown['unit']
  display_name: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

export const invitationColumns = `i.id, i.code_hash, i.round, i.role, i.display_name, i.created_at, i.expires_at, i.accepted_at, i.revoked_at,
    json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit`
const select = `select ${invitationColumns} from role_invitations i join units u on u.county_id = i.county_id and u.id = i.unit_id
  where i.county_id = $1`

/** An invitation as the actor sees it; the code only where they may give the role. */
export function shownInvitation(tx: Tx, actor: Actor, crypto: Crypto, unit: UnitPlace, row: InvitationRow): Shown {
  const facts = { role: row.role, expiresAt: row.expires_at, acceptedAt: row.accepted_at, revokedAt: row.revoked_at }
  const state = stateOf(facts, tx.now)
  const code = renderCode(crypto, tx.countyId, row)
  // A code of the command line is random, one of an older secret is another: neither can be shown again.
  const derived = sameSecret(row.code_hash, crypto.hashToken(code))
  return {
    invitationId: row.id,
    unit: row.unit,
    role: row.role,
    displayName: row.display_name,
    state,
    code: state === 'open' && derived && grantableRoles(actor, unit).includes(row.role) ? code : null,
    issuedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    allowedActions: mayChange(actor, unit, facts) === true ? ['renew', 'revoke'] : [],
  }
}

/** Invitations to the roles of a unit, newest first. */
export async function readInvitations(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { unitId: string; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listInvitations>> {
  const unit = (await findUnitPlace(tx, asked.unitId)) ?? refuse('not-found')
  if (!maySeeGrants(actor, unit)) refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<InvitationRow>({
    name: 'invitations.of-unit',
    text: `${select} and i.unit_id = $2 and ($3::timestamptz is null or (i.created_at, i.id) < ($3, $4::uuid))
      order by i.created_at desc, i.id desc limit $5`,
    values: [tx.countyId, unit.id, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.created_at.toISOString(), row.id),
    (row) => shownInvitation(tx, actor, crypto, unit, row),
  )
}

/** One invitation, for whoever sees the people of its unit. */
export async function readInvitation(tx: Tx, actor: Actor, crypto: Crypto, id: string): Promise<Shown> {
  const [row] = await tx.rows<InvitationRow>({
    name: 'invitations.one',
    text: `${select} and i.id = $2`,
    values: [tx.countyId, id],
  })
  const unit = row && (await findUnitPlace(tx, row.unit.unitId))
  return row && unit && maySeeGrants(actor, unit) ? shownInvitation(tx, actor, crypto, unit, row) : refuse('not-found')
}
