/**
 * Serving the endpoint table. An endpoint is served in one of four ways:
 *   read  — signed in, GET: one transaction; the actor's roles are read with it, so a demotion counts from the next request
 *   write — signed in, POST: one transaction that claims the Idempotency-Key, runs the use case and re-reads its subject for the reply
 *   each  — signed in, POST over several items: one such transaction per item, so that one refusal leaves the others alone
 *   open  — public and session endpoints, whose handlers name their county themselves
 * Requests and replies are held to the endpoint's schemas; nothing undeclared comes in or leaks out.
 */

import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf, Shape } from '@sidan/types/endpoint'
import type { CountyId } from '@sidan/types/ids'
import type { ProblemCode } from '@sidan/types/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Database, Tx } from './db.ts'
import { bodyHmac, type Claim, claimKey, lookAtKey, nameSubject } from './idempotency.ts'
import { newId } from './ids.ts'
import { isPlain } from './plain-text.ts'
import { Refusal, refuse } from './problem.ts'

/** What a request brings, already held to its schemas. */
export interface Call<E> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
}

/** Who an access token says is calling; roles are not in it. */
export interface Bearer {
  countyId: CountyId
  personId: string
}

export interface WriteUse<E, Actor, Before = undefined> {
  /** What must be asked elsewhere before the transaction, so that no lock is held meanwhile; a retry of what was done does not ask again. */
  before?: (call: Call<E>) => Promise<Before>
  /** The id a replay re-reads: one from the path, or a new one that the use case gives to what it makes. */
  subject: 'new' | ((call: Call<E>) => string | undefined)
  /** The effect. May return the subject's id when only the effect finds it. */
  run(tx: Tx, actor: Actor, call: Call<E>, subjectId: string, before: Before): Promise<unknown>
  show(tx: Tx, actor: Actor, subjectId: string, call: Call<E>): Promise<AnswerOf<E>>
}

export interface EachUse<E, Actor, Item, Result> {
  items(call: Call<E>): Item[]
  /** Names an item within the request, stable over retries. */
  keyOf(item: Item): string
  run(tx: Tx, actor: Actor, item: Item, call: Call<E>): Promise<void>
  show(tx: Tx, actor: Actor, item: Item): Promise<Result>
  refused(item: Item, code: ProblemCode): Result
  reply(results: Result[]): AnswerOf<E>
}

export interface Http<Actor> {
  read<E extends Endpoint>(endpoint: E, show: (tx: Tx, actor: Actor, call: Call<E>) => Promise<AnswerOf<E>>): void
  write<E extends Endpoint, Before = undefined>(endpoint: E, use: WriteUse<E, Actor, Before>): void
  each<E extends Endpoint, Item, Result>(endpoint: E, use: EachUse<E, Actor, Item, Result>): void
  open<E extends Endpoint>(
    endpoint: E,
    answer: (call: Call<E>, bearer: Bearer | undefined, request: FastifyRequest) => Promise<AnswerOf<E>>,
  ): void
}

export interface HttpOptions<Actor> {
  app: FastifyInstance
  db: Database
  /** Reads the bearer of an access token; undefined when there is none or it is not valid. */
  bearerOf(request: FastifyRequest): Promise<Bearer | undefined>
  /** Scalar subquery over $1 (county), $2 (person) and $3 (the moment) that yields the actor as JSON, or null when the person is gone. */
  actorSql: string
  parseActor(found: unknown): Actor | undefined
  idempotencySecret: Buffer
}

function heldTo<S extends Shape>(schema: S, value: unknown, where: string): z.infer<S> {
  if (!isPlain(value)) throw new Refusal('invalid-request', undefined, [{ path: where, message: 'not_plain_text' }])
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: 'keys' in issue && Array.isArray(issue.keys) ? `${issue.code}: ${issue.keys.join(', ')}` : issue.code,
  }))
  throw new Refusal('invalid-request', undefined, errors)
}

function callOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  return {
    params: heldTo(endpoint.params, request.params ?? {}, 'params'),
    query: heldTo(endpoint.query, request.query ?? {}, 'query'),
    body: heldTo(endpoint.body, request.body ?? {}, 'body'),
  } as Call<E> // the schemas just held it to the endpoint's shape
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key) ? key : refuse('idempotency-key-needed')
}

/** Makes the four ways of serving on one fastify instance. */
export function makeHttp<Actor>(options: HttpOptions<Actor>): Http<Actor> {
  const { app, db, actorSql, idempotencySecret } = options

  const bearerFor = async (request: FastifyRequest) => (await options.bearerOf(request)) ?? refuse('sign-in-needed')
  const actorFrom = (found: unknown) => options.parseActor(found) ?? refuse('sign-in-needed')
  const send = (reply: FastifyReply, endpoint: Endpoint, value: unknown) =>
    reply.code(endpoint.status).send(z.parse(endpoint.reply, value))

  const claimFor = (request: FastifyRequest, endpoint: Endpoint, bearer: Bearer, call: unknown, item = ''): Claim => ({
    actorId: bearer.personId,
    route: endpoint.name,
    key: item === '' ? keyOf(request) : `${keyOf(request)} ${item}`,
    bodyHmac: bodyHmac(idempotencySecret, call),
    subjectId: undefined,
  })
  const isFirst = async (bearer: Bearer, claim: Claim) => {
    const { actor, claimed } = await db.inCounty(bearer.countyId, (tx) => lookAtKey(tx, actorSql, claim))
    return actorFrom(actor) && !claimed
  }

  return {
    read(endpoint, show) {
      app.get(endpoint.path, async (request, reply) => {
        const bearer = await bearerFor(request)
        const call = callOf(endpoint, request)
        const value = await db.inCounty(bearer.countyId, async (tx) => {
          const [row] = await tx.rows<{ actor: unknown }>({
            name: 'http.actor',
            text: `select (${actorSql}) as actor`,
            values: [bearer.countyId, bearer.personId, tx.now],
          })
          return show(tx, actorFrom(row?.actor), call)
        })
        return send(reply, endpoint, value)
      })
    },

    write(endpoint, use) {
      app.post(endpoint.path, async (request, reply) => {
        const bearer = await bearerFor(request)
        const call = callOf(endpoint, request)
        const claim = claimFor(request, endpoint, bearer, call)
        const planned = use.subject === 'new' ? newId() : use.subject(call)
        const before = use.before && (await isFirst(bearer, claim)) ? await use.before(call) : undefined
        const { value, replay } = await db.inCounty(bearer.countyId, async (tx) => {
          const claimed = await claimKey(tx, actorSql, { ...claim, subjectId: planned })
          const actor = actorFrom(claimed.actor)
          let subjectId = claimed.replay ? claimed.subjectId : planned
          if (!claimed.replay) {
            const found = await use.run(tx, actor, call, planned ?? '', before as never)
            if (typeof found === 'string' && found !== planned) {
              await nameSubject(tx, claim, found)
              subjectId = found
            }
          }
          return { value: await use.show(tx, actor, subjectId ?? '', call), replay: claimed.replay }
        })
        if (replay) reply.header('idempotency-replayed', 'true')
        return send(reply, endpoint, value)
      })
    },

    each(endpoint, use) {
      app.post(endpoint.path, async (request, reply) => {
        const bearer = await bearerFor(request)
        const call = callOf(endpoint, request)
        const results = []
        let replayed = true
        for (const item of use.items(call)) {
          const claim = claimFor(request, endpoint, bearer, call, use.keyOf(item))
          try {
            const one = await db.inCounty(bearer.countyId, async (tx) => {
              const claimed = await claimKey(tx, actorSql, claim)
              const actor = actorFrom(claimed.actor)
              if (!claimed.replay) await use.run(tx, actor, item, call)
              return { result: await use.show(tx, actor, item), replay: claimed.replay }
            })
            results.push(one.result)
            replayed &&= one.replay
          } catch (error) {
            const stops: ProblemCode[] = ['sign-in-needed', 'try-again', 'idempotency-key-reused']
            if (!(error instanceof Refusal) || stops.includes(error.code)) throw error
            results.push(use.refused(item, error.code))
            replayed = false
          }
        }
        if (replayed) reply.header('idempotency-replayed', 'true')
        return send(reply, endpoint, use.reply(results))
      })
    },

    open(endpoint, answer) {
      const route = async (request: FastifyRequest, reply: FastifyReply) => {
        const call = callOf(endpoint, request)
        return send(reply, endpoint, await answer(call, await options.bearerOf(request), request))
      }
      if (endpoint.method === 'GET') app.get(endpoint.path, route)
      else app.post(endpoint.path, route)
    },
  }
}
