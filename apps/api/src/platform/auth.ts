/** Access tokens: short-lived, naming person and county and nothing else; roles are read in the database with each request. */
import jwt from '@fastify/jwt'
import { CountyId } from '@sidan/types/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

const accessMinutes = 15

const Claims = z.object({ sub: z.uuid(), county: CountyId })

/** Who an access token says is calling; roles are not in it. */
export interface Bearer {
  countyId: CountyId
  personId: string
}

export interface AccessTokens {
  /** Signs an access token good for 15 minutes from `now`. */
  sign(bearer: Bearer, now: Date): { token: string; expiresAt: Date }
  /** The bearer of the Authorization header; undefined when there is none, or it is forged or over. */
  bearerOf(request: FastifyRequest): Promise<Bearer | undefined>
}

/** Registers @fastify/jwt with one HMAC secret. */
export async function makeAccessTokens(app: FastifyInstance, secret: Buffer, clock: () => Date): Promise<AccessTokens> {
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] },
  })
  const read = async (request: FastifyRequest): Promise<Bearer | undefined> => {
    const header = request.headers.authorization
    if (!header?.startsWith('Bearer ')) return undefined
    try {
      const claims = z.parse(Claims, app.jwt.verify(header.slice(7), { clockTimestamp: clock().getTime() }))
      return { personId: claims.sub, countyId: claims.county }
    } catch {
      return undefined // forged, malformed or over: the same as none
    }
  }
  // Asked for by the limit and again by the route.
  const known = new WeakMap<FastifyRequest, Promise<Bearer | undefined>>()
  return {
    sign(bearer, now) {
      const expiresAt = new Date(now.getTime() + accessMinutes * 60_000)
      const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)
      const token = app.jwt.sign({
        sub: bearer.personId,
        county: bearer.countyId,
        iat: seconds(now),
        exp: seconds(expiresAt),
      })
      return { token, expiresAt }
    },
    bearerOf(request) {
      const bearer = known.get(request) ?? read(request)
      known.set(request, bearer)
      return bearer
    },
  }
}
