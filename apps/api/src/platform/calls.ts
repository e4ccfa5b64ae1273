/** A request as its endpoint promises it, and a reply as it may leave: both are held to the endpoint's schemas. */
import type { BodyOf, Endpoint, ParamsOf, QueryOf, Shape } from '@sidan/types/endpoint'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { isPlain } from './plain-text.ts'
import { Refusal } from './problem.ts'

/** What a request brings, already held to its schemas. */
export interface Call<E> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
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

/** Reads a request. Refuses invalid-request with the fields that are wrong. */
export function callOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  return {
    params: heldTo(endpoint.params, request.params ?? {}, 'params'),
    query: heldTo(endpoint.query, request.query ?? {}, 'query'),
    body: heldTo(endpoint.body, request.body ?? {}, 'body'),
  } as Call<E> // the schemas just held it to the endpoint's shape
}

/** Answers with the endpoint's status; what its schema does not declare does not leave. */
export const send = (reply: FastifyReply, endpoint: Endpoint, value: unknown): FastifyReply =>
  reply.code(endpoint.status).send(z.parse(endpoint.reply, value))
