/**
 * The shape of a promise: one endpoint, used by the server to serve, by the client to call and by the docs to describe.
 */
import * as z from 'zod/mini'
import type { ProblemCode } from './problems.ts'

/**
 * Who may call: `public` needs no token (its county is in the path, query or body); `session` are the sign-in endpoints, whose one-use rules
 * replace the Idempotency-Key; `signedIn` needs an access token, which names person and county.
 */
export type Access = 'public' | 'session' | 'signedIn'

export type Shape = z.ZodMiniType

export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Reply extends Shape = Shape,
> {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/v1/${string}`
  readonly access: Access
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly status: 200 | 201 | 202
  readonly reply: Reply
  /** What it may refuse with, beyond what every endpoint of its access may answer (see `promisedProblems`). */
  readonly problems: readonly ProblemCode[]
  /** Exists only in a demo database. */
  readonly demo: boolean
  /** That this person asked it is itself a secret: nothing kept for a retry names them. */
  readonly discreet: boolean
}

const Nothing = z.strictObject({})

/** Declares an endpoint; whatever is left out takes nothing. */
export function endpoint<
  Reply extends Shape,
  Params extends Shape = typeof Nothing,
  Query extends Shape = typeof Nothing,
  Body extends Shape = typeof Nothing,
>(given: {
  name: string
  method: 'GET' | 'POST'
  path: `/v1/${string}`
  access?: Access
  params?: Params
  query?: Query
  body?: Body
  status?: 200 | 201 | 202
  reply: Reply
  problems?: readonly ProblemCode[]
  demo?: boolean
  discreet?: boolean
}): Endpoint<Params, Query, Body, Reply> {
  const nothing = Nothing as Shape
  return {
    name: given.name,
    method: given.method,
    path: given.path,
    access: given.access ?? 'signedIn',
    params: given.params ?? (nothing as Params),
    query: given.query ?? (nothing as Query),
    body: given.body ?? (nothing as Body),
    status: given.status ?? 200,
    reply: given.reply,
    problems: given.problems ?? [],
    demo: given.demo ?? false,
    discreet: given.discreet ?? false,
  }
}

/** Every problem an endpoint may answer with: its own and those of its kind. */
export function promisedProblems(of: Endpoint): readonly ProblemCode[] {
  const always: ProblemCode[] = ['invalid-request', 'too-many-requests', 'internal-error', 'try-again']
  const signedIn: ProblemCode[] = of.access === 'signedIn' ? ['sign-in-needed'] : []
  const written: ProblemCode[] = of.method === 'POST' ? ['body-too-large', 'unsupported-media'] : []
  const keyed: ProblemCode[] =
    of.method === 'POST' && of.access === 'signedIn' ? ['idempotency-key-needed', 'idempotency-key-reused'] : []
  return [...new Set([...always, ...signedIn, ...written, ...keyed, ...of.problems])]
}

/** A page of a list: `nextCursor` is opaque and null on the last page. */
export const pageOf = <Item extends Shape>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })

/** The query of a list: `limit` 1 to 50. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(50))),
}

export type ParamsOf<E> = E extends Endpoint<infer P, Shape, Shape, Shape> ? z.infer<P> : never
export type QueryOf<E> = E extends Endpoint<Shape, infer Q, Shape, Shape> ? z.infer<Q> : never
export type BodyOf<E> = E extends Endpoint<Shape, Shape, infer B, Shape> ? z.infer<B> : never
export type ReplyOf<E> = E extends Endpoint<Shape, Shape, Shape, infer R> ? z.infer<R> : never
/** What a server hands over before it is held to the schema: ids need no brand yet. */
export type AnswerOf<E> = E extends Endpoint<Shape, Shape, Shape, infer R> ? z.input<R> : never
