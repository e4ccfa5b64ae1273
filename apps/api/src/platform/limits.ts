/**
 * How often somebody may ask. Four limits, by what they protect:
 *   requests     per person (or address, signed out) and minute, in each process's memory: a coarse guard before any work is done
 *   sign-ins     per address and minute, in the database, so that it holds over several processes
 *   wrong codes  per person, kind and ten minutes, in the database: a typed code is short enough to be guessed by who may try for long. An attempt
 *                is counted before the code is looked up, so that many at once are no way around it, and given back when the code was right.
 *   seldom       per person, kind and hour, in the database: what costs more than a look
 */
import rateLimit from '@fastify/rate-limit'
import type { ProblemCode } from '@sidan/types/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Bearer } from './auth.ts'
import { Refusal } from './problem.ts'

export interface Limits {
  /** One more sign-in request from this address. Refuses with too-many-requests. */
  signIn(address: string): Promise<void>
  /** One more of what is asked for a few times an hour at most. Refuses with too-many-requests. */
  seldom(kind: string, bearer: Bearer): Promise<void>
  /** Runs `work` with a code this person typed: unless it refuses as a wrong code, it does not count. Refuses with too-many-wrong-codes. */
  guessed<Result>(kind: string, bearer: Bearer, wrong: ProblemCode, work: () => Promise<Result>): Promise<Result>
  end(): Promise<void>
}

export interface LimitOptions {
  /** The API's login. */
  url: string
  signInsPerMinute: number
  wrongCodes: { count: number; seconds: number }
}

const seldomPerHour = 5

/** Opens the limits that live in the database. */
export function openLimits({ url, signInsPerMinute, wrongCodes }: LimitOptions): Limits {
  const pool = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 5_000, statement_timeout: 5_000 })
  pool.on('error', () => undefined) // an idle connection was cut; the next checkout opens another
  const stored = { storeClient: pool, schemaName: 'limits', tableName: 'hits', tableCreated: true }
  const signIns = new RateLimiterPostgres({
    ...stored,
    keyPrefix: 'sign-in',
    points: signInsPerMinute,
    duration: 60,
    // Who goes on asking far above the limit costs no statement any more.
    inMemoryBlockOnConsumed: signInsPerMinute * 2,
  })
  const codes = new RateLimiterPostgres({
    ...stored,
    keyPrefix: 'code',
    points: wrongCodes.count,
    duration: wrongCodes.seconds,
    clearExpiredByTimeout: false,
  })
  const seldom = new RateLimiterPostgres({
    ...stored,
    keyPrefix: 'seldom',
    points: seldomPerHour,
    duration: 3600,
    clearExpiredByTimeout: false,
  })
  return {
    async seldom(kind, { countyId, personId }) {
      await seldom.consume(`${kind}:${countyId}:${personId}`).catch(refuseAs('too-many-requests'))
    },
    async signIn(address) {
      await signIns.consume(address).catch(refuseAs('too-many-requests'))
    },
    async guessed(kind, { countyId, personId }, wrong, work) {
      const key = `${kind}:${countyId}:${personId}`
      await codes.consume(key).catch(refuseAs('too-many-wrong-codes'))
      // When giving back fails, it counts until the window ends.
      const giveBack = () => codes.reward(key).catch(() => undefined)
      try {
        const result = await work()
        await giveBack()
        return result
      } catch (error) {
        if (!(error instanceof Refusal && error.code === wrong)) await giveBack()
        throw error
      }
    },
    end: () => pool.end(),
  }
}

const refuseAs = (code: 'too-many-requests' | 'too-many-wrong-codes') => (over: unknown) => {
  if (!(over instanceof RateLimiterRes)) throw new Refusal('try-again', 'the limits cannot be counted')
  throw new Refusal(code, undefined, undefined, Math.max(1, Math.ceil(over.msBeforeNext / 1000)))
}

/** The coarse limit for the routes registered after it. A token only counts as a person's when it is valid. */
export async function limitRequests(
  app: FastifyInstance,
  perMinute: number,
  bearerOf: (request: FastifyRequest) => Promise<Bearer | undefined>,
): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: async (request) => (await bearerOf(request))?.personId ?? request.ip,
  })
}
