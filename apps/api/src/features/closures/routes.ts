import { closeAccount as closeEndpoint } from '@sidan/types/my-data'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { closeAccount } from './close-account.ts'

export function closuresRoutes(http: Http<Actor>, crypto: Crypto): void {
  const closed = { closed: true as const }
  http.write(closeEndpoint, {
    subject: () => undefined,
    run: (tx, actor, { body }) => closeAccount(tx, actor, crypto, body.understood),
    show: async () => closed,
    leaves: closed,
  })
}
