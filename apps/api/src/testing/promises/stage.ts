/** What the tests of promises stand on: two counties with their people, and how to say that something is refused and changes nothing. */
import { expect } from '@jest/globals'
import { problems } from '@sidan/types/docs/problems'
import { type Endpoint, promisedProblems } from '@sidan/types/endpoint'
import { endpointTable } from '@sidan/types/endpoints'
import type { ProblemCode } from '@sidan/types/problems'
import { makeFingerprint } from '../fingerprint.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import { makeWorld, type World } from '../world.ts'
import { asking } from './valid-requests.ts'
import type { Request } from './verbs.ts'

export const endpoints = endpointTable.map(({ endpoint }) => endpoint)

/** Endpoints with their names, as `it.each` takes them. */
export const namedWhere = (has: (endpoint: Endpoint) => boolean) =>
  endpoints.filter(has).map((endpoint) => [endpoint.name, endpoint] as const)

/** Endpoints that promise a code. */
export const promisers = (code: ProblemCode) => namedWhere((endpoint) => promisedProblems(endpoint).includes(code))

export type Stage = Awaited<ReturnType<typeof startStage>>

export async function startStage() {
  const test = await startTestApp({ twoCounties: true })
  const w = await makeWorld(test)
  const fingerprint = await makeFingerprint(test.adminUrl)
  const { ask, expectRefusal } = askingIn(test, w)
  const kept = new Map<string, Request>()
  return {
    test,
    w,
    ask,
    expectRefusal,
    runAsAdmin: fingerprint.run,
    /** A valid request of an endpoint for refusals to depart from: what is refused leaves it as it was, so one is enough. */
    async departingFrom(endpoint: Endpoint): Promise<Request> {
      const request = kept.get(endpoint.name) ?? (await asking(endpoint, w))
      kept.set(endpoint.name, request)
      return request
    },
    /** Expects that nothing in the database is other than before. */
    async changesNothing(work: () => Promise<void>) {
      const before = await fingerprint.take()
      await work()
      expect(await fingerprint.take()).toEqual(before)
    },
    async close() {
      await fingerprint.end()
      await test.close()
    },
  }
}

function askingIn(test: TestApp, w: World) {
  const ask = async (endpoint: Endpoint, { as, inDaye, daysLater = 0, ...request }: Request) => {
    const now = test.clock.now
    test.clock.now = new Date(now.getTime() + daysLater * 86_400_000)
    const answer = await (inDaye ? w.daye : w).county.as(as)(endpoint, request)
    test.clock.now = now
    return answer
  }
  /** Asks and expects this refusal, with the status of its code. */
  const expectRefusal = async (endpoint: Endpoint, request: Request, code: ProblemCode) => {
    const answer = await ask(endpoint, request)
    expect([answer.code, answer.status]).toEqual([code, problems[code].status])
  }
  return { ask, expectRefusal }
}

/** Promises that no answer has kept so far, each as a sentence. */
export const unseen = (promised: (endpoint: Endpoint) => readonly ProblemCode[], ...tests: TestApp[]): string[] =>
  endpoints.flatMap((endpoint) =>
    promised(endpoint)
      .filter((code) => !tests.some(({ answered }) => answered.get(endpoint.name)?.has(code)))
      .map((code) => `${endpoint.name} promises ${code}, and no test has seen it answer so`),
  )
