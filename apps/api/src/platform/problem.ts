/**
 * Refusals: rules return a problem code as a value, and the use case throws it once at the transaction's edge, so that everything rolls back.
 */
import { problems } from '@sidan/types/docs/problems'
import type { Problem, ProblemCode } from '@sidan/types/problems'

/** A refusal the caller was promised; nothing of the transaction remains. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly errors?: NonNullable<Problem['errors']>,
    readonly retryAfterSeconds?: number,
  ) {
    super(detail ?? code)
  }
}

/** Refuses with a promised problem code. `detail` is for developers and never carries personal data. */
export function refuse(code: ProblemCode, detail?: string): never {
  throw new Refusal(code, detail)
}

/** Narrows a rule's answer: a problem code is refused, anything else is passed on. */
export function orRefuse<Value extends object | null>(answer: Value | ProblemCode): Value {
  return typeof answer === 'string' ? refuse(answer) : answer
}

/** Refuses unless a rule answered true. */
export function orRefuseTrue(answer: true | ProblemCode): void {
  if (answer !== true) refuse(answer)
}

/** The problem+json body of a code. */
export function problemBody(
  code: ProblemCode,
  more: { detail?: string | undefined; instance?: string; errors?: Problem['errors'] } = {},
): Problem {
  const { status, title } = problems[code]
  return {
    type: `/docs/problems#${code}`,
    title,
    status,
    code,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
    ...(more.instance === undefined ? {} : { instance: more.instance }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
  }
}
