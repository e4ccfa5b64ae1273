import * as affiliations from '@sidan/types/affiliations'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import { readMyAffiliation } from './reads.ts'
import { registerAffiliation } from './register-affiliation.ts'

/** Whoever is signed in, for themselves. */
export function affiliationsRoutes<Person extends { personId: string; policyVersion: number }>(
  http: Http<Person>,
  crypto: Crypto,
): void {
  http.read(affiliations.getAffiliation, (tx, person) => readMyAffiliation(tx, person, crypto))
  http.write(affiliations.saveAffiliation, {
    subject: () => undefined,
    run: (tx, person, { body }) => registerAffiliation(tx, person, crypto, body),
    show: (tx, person) => readMyAffiliation(tx, person, crypto),
  })
}
