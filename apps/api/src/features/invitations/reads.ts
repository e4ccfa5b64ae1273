import type { AnswerOf } from '@sidan/types/endpoint'
import type { listInvitations, renewInvitation } from '@sidan/types/role-invitations'
import type { Role } from '@sidan/types/roles'
import { type Crypto, sameSecret } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { maySeePartner } from '../partners/rules.ts'
import { findPartner } from '../partners/store.ts'
import { type Actor, maySeeGrants } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { renderCode } from './render-code.ts'
import { mayChange, mayGiveAt, maySeeAt, stateOf, type Where } from './rules.ts'
import { findWhere } from './store.ts'

type Shown = AnswerOf<typeof renewInvitation>

export interface InvitationRow {
  id: string
  code_hash: Buffer
  round: number
  role: Role
  unit: Shown['unit']
  partner_id: string | null
  partner_name: string | null
  display_name: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

export const invitationColumns = `i.id, i.code_hash, i.round, i.role, i.display_name, i.created_at, i.expires_at, i.accepted_at, i.revoked_at, i.partner_id,
    (select pa.name from partners pa where pa.county_id = i.county_id and pa.id = i.partner_id) as partner_name,
    json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit`
const select = `select ${invitationColumns} from role_invitations i join units u on u.county_id = i.county_id and u.id = i.unit_id
  where i.county_id = $1`

/** An invitation as the actor sees it; the code only where they may give the role. */
export function shownInvitation(tx: Tx, actor: Actor, crypto: Crypto, where: Where, row: InvitationRow): Shown {
  const facts = { role: row.role, expiresAt: row.expires_at, acceptedAt: row.accepted_at, revokedAt: row.revoked_at }
  const state = stateOf(facts, tx.now)
  const code = renderCode(crypto, tx.countyId, row)
  // A code of the command line is random, one of an older secret is another: neither can be shown again.
  const derived = sameSecret(row.code_hash, crypto.hashToken(code))
  return {
    invitationId: row.id,
    unit: row.unit,
    role: row.role,
    partnerName: row.partner_name,
    displayName: row.display_name,
    state,
    code: state === 'open' && derived && mayGiveAt(actor, row.role, where) ? code : null,
    issuedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    allowedActions: mayChange(actor, where, facts) === true ? ['renew', 'revoke'] : [],
  }
}

interface Asked {
  cursor?: string | undefined
  limit: number
}

/** Invitations to the roles of a unit, newest first. */
export async function readInvitations(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: Asked & { unitId: string },
): Promise<AnswerOf<typeof listInvitations>> {
  const unit = (await findUnitPlace(tx, asked.unitId)) ?? refuse('not-found')
  if (!maySeeGrants(actor, unit)) refuse('not-allowed')
  return pageOfInvitations(tx, actor, crypto, { unit, partner: null }, asked)
}

/** Those to work at a partner's, for them and whoever sees the people of its unit. */
export async function readPartnerInvitations(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: Asked & { partnerId: string },
): Promise<AnswerOf<typeof listInvitations>> {
  const partner = await findPartner(tx, asked.partnerId)
  if (!partner || !maySeePartner(actor, partner)) return refuse('not-found')
  return pageOfInvitations(tx, actor, crypto, { unit: partner.unit, partner }, asked)
}

async function pageOfInvitations(tx: Tx, actor: Actor, crypto: Crypto, where: Where, asked: Asked) {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<InvitationRow>({
    name: 'invitations.of-unit',
    text: `${select} and i.unit_id = $2 and i.partner_id is not distinct from $6::uuid
        and ($3::timestamptz is null or (i.created_at, i.id) < ($3, $4::uuid))
      order by i.created_at desc, i.id desc limit $5`,
    values: [
      tx.countyId,
      where.unit.id,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
      where.partner?.id ?? null,
    ],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.created_at.toISOString(), row.id),
    (row) => shownInvitation(tx, actor, crypto, where, row),
  )
}

/** One invitation, for whoever sees who was invited there. */
export async function readInvitation(tx: Tx, actor: Actor, crypto: Crypto, id: string): Promise<Shown> {
  const [row] = await tx.rows<InvitationRow>({
    name: 'invitations.one',
    text: `${select} and i.id = $2`,
    values: [tx.countyId, id],
  })
  const where = row && (await findWhere(tx, { unitId: row.unit.unitId, partnerId: row.partner_id }))
  return row && where && maySeeAt(actor, where) ? shownInvitation(tx, actor, crypto, where, row) : refuse('not-found')
}
