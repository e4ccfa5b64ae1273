import * as consents from '@sidan/types/consents'
import type { Http } from '../../platform/http.ts'
import { giveConsents } from './give-consent.ts'
import { readConsents } from './reads.ts'
import { withdrawConsents } from './withdraw-consent.ts'

/** Whoever is signed in decides on their own. */
export function consentsRoutes<Person extends { personId: string }>(http: Http<Person>): void {
  const self = ({ personId }: Person) => ({ personId, byId: personId })
  http.read(consents.listConsents, (tx, person) => readConsents(tx, person))
  http.write(consents.saveConsent, {
    subject: () => undefined,
    run: (tx, person, { body: { given, ...consent } }) =>
      given ? giveConsents(tx, self(person), [consent]) : withdrawConsents(tx, self(person), [consent.purpose]),
    show: (tx, person) => readConsents(tx, person),
  })
}
