/**
 * Serving the endpoint table. An endpoint is served in one of four ways:
 *   read  — signed in, GET: one transaction; the actor's roles are read with it, so a demotion counts from the next request
 *   write — signed in, POST: one transaction that claims the Idempotency-Key, runs the use case and re-reads its subject for the reply
 *   each  — signed in, POST over several items: one such transaction per item, so that one refusal leaves the others alone
 *   open  — public and session endpoints, whose handlers name their county themselves
 * Requests and replies are held to the endpoint's schemas; nothing undeclared comes in or leaks out.
 */

import type { AnswerOf, Endpoint } from '@sidan/types/endpoint'
import type { ProblemCode } from '@sidan/types/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Bearer } from './auth.ts'
import { type Call, callOf, send } from './calls.ts'
import type { Database, Tx } from './db.ts'
import { bodyHmac, type Claim, claimKey, hiddenHolder, lookAtKey, nameSubject } from './idempotency.ts'
import { newId } from './ids.ts'
import type { Limits } from './limits.ts'
import { Refusal, refuse } from './problem.ts'

export interface WriteUse<E, Actor, Before = undefined> {
  /** What must be asked elsewhere before the transaction, so that no lock is held meanwhile; a retry of what was done does not ask again. */
  before?: (call: Call<E>) => Promise<Before>
  /** The id a replay re-reads: one from the path, or a new one that the use case gives to what it makes. */
  subject: 'new' | ((call: Call<E>) => string | undefined)
  /** The call carries a code that could be guessed: how often a person may be refused as this is limited. */
  guess?: { refusedAs: ProblemCode; typed: (call: Call<E>) => boolean }
  /** The effect. May return the subject's id when only the effect finds it. */
  run(tx: Tx, actor: Actor, call: Call<E>, subjectId: string, before: Before): Promise<unknown>
  show(tx: Tx, actor: Actor, subjectId: string, call: Call<E>): Promise<AnswerOf<E>>
  /** The actor is gone afterwards, so that a retry finds nobody to show anything to: it is answered with this. */
  leaves?: AnswerOf<E>
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
  /** `seldom`: it costs more than a look, and is limited per person. */
  read<E extends Endpoint>(
    endpoint: E,
    show: (tx: Tx, actor: Actor, call: Call<E>) => Promise<AnswerOf<E>>,
    how?: { seldom: boolean },
  ): void
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
  limits: Limits
}

const keyShape = /^[\x21-\x7e]{8,100}$/

/** Makes the four ways of serving on one fastify instance. */
export function makeHttp<Actor>(options: HttpOptions<Actor>): Http<Actor> {
  const serving: Serving<Actor> = {
    ...options,
    bearerFor: async (request) => (await options.bearerOf(request)) ?? refuse('sign-in-needed'),
    actorFrom: (found) => options.parseActor(found) ?? refuse('sign-in-needed'),
    claimFor(request, endpoint, bearer, call, item = '') {
      const key = request.headers['idempotency-key']
      if (typeof key !== 'string' || !keyShape.test(key)) return refuse('idempotency-key-needed')
      return {
        actorId: bearer.personId,
        heldById: endpoint.discreet ? hiddenHolder(options.idempotencySecret, bearer) : bearer.personId,
        route: endpoint.name,
        key: item === '' ? key : `${key} ${item}`,
        bodyHmac: bodyHmac(options.idempotencySecret, call),
        subjectId: undefined,
      }
    },
  }
  return { read: reading(serving), write: writing(serving), each: writingEach(serving), open: answering(serving) }
}

interface Serving<Actor> extends HttpOptions<Actor> {
  bearerFor(request: FastifyRequest): Promise<Bearer>
  actorFrom(found: unknown): Actor
  claimFor(request: FastifyRequest, endpoint: Endpoint, bearer: Bearer, call: unknown, item?: string): Claim
}

const reading =
  <Actor>({ app, db, actorSql, limits, bearerFor, actorFrom }: Serving<Actor>): Http<Actor>['read'] =>
  (endpoint, show, how) => {
    app.get(endpoint.path, async (request, reply) => {
      const bearer = await bearerFor(request)
      const call = callOf(endpoint, request)
      if (how?.seldom) await limits.seldom(endpoint.name, bearer)
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
  }

const writing =
  <Actor>({ app, db, actorSql, limits, bearerFor, actorFrom, claimFor }: Serving<Actor>): Http<Actor>['write'] =>
  (endpoint, use) => {
    const isFirst = async (bearer: Bearer, claim: Claim) => {
      const { actor, claimed } = await db.inCounty(bearer.countyId, (tx) => lookAtKey(tx, actorSql, claim))
      return actorFrom(actor) && !claimed
    }
    app.post(endpoint.path, async (request, reply) => {
      const bearer = await bearerFor(request)
      const call = callOf(endpoint, request)
      const claim = claimFor(request, endpoint, bearer, call)
      const planned = use.subject === 'new' ? newId() : use.subject(call)
      const before = use.before && (await isFirst(bearer, claim)) ? await use.before(call) : undefined
      const write = () =>
        db.inCounty(bearer.countyId, async (tx) => {
          const claimed = await claimKey(tx, actorSql, { ...claim, subjectId: planned })
          if (claimed.replay && use.leaves !== undefined) return { value: use.leaves, replay: true }
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
      const { value, replay } = use.guess?.typed(call)
        ? await limits.guessed(endpoint.name, bearer, use.guess.refusedAs, write)
        : await write()
      if (replay) reply.header('idempotency-replayed', 'true')
      return send(reply, endpoint, value)
    })
  }

const stops: ProblemCode[] = ['sign-in-needed', 'try-again', 'idempotency-key-reused']

const writingEach =
  <Actor>({ app, db, actorSql, bearerFor, actorFrom, claimFor }: Serving<Actor>): Http<Actor>['each'] =>
  (endpoint, use) => {
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
          if (!(error instanceof Refusal) || stops.includes(error.code)) throw error
          results.push(use.refused(item, error.code))
          replayed = false
        }
      }
      if (replayed) reply.header('idempotency-replayed', 'true')
      return send(reply, endpoint, use.reply(results))
    })
  }

const answering =
  <Actor>({ app, limits, bearerOf }: Serving<Actor>): Http<Actor>['open'] =>
  (endpoint, answer) => {
    const route = async (request: FastifyRequest, reply: FastifyReply) => {
      const call = callOf(endpoint, request)
      if (endpoint.access === 'session') await limits.signIn(request.ip)
      return send(reply, endpoint, await answer(call, await bearerOf(request), request))
    }
    if (endpoint.method === 'GET') app.get(endpoint.path, route)
    else app.post(endpoint.path, route)
  }
