import * as consents from '@sidan/types/consents'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import { giveConsents } from './give-consent.ts'
import { readConsents } from './reads.ts'
import { withdrawConsents } from './withdraw-consent.ts'

/** Whoever is signed in decides on their own. */
export function consentsRoutes<Person extends { personId: string }>(http: Http<Person>, crypto: Crypto): void {
  const self = ({ personId }: Person) => ({ personId, byId: personId })
  http.read(consents.listConsents, (tx, person) => readConsents(tx, person, crypto))
  http.write(consents.saveConsent, {
    subject: () => undefined,
    run: (tx, person, { body: { given, purpose, noticeVersion } }) =>
      given
        ? giveConsents(tx, self(person), [{ purpose, noticeVersion }])
        : withdrawConsents(tx, self(person), crypto, [purpose]),
    show: (tx, person) => readConsents(tx, person, crypto),
  })
}
