import * as people from '@sidan/types/people'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import type { Wechat } from '../../platform/wechat/client.ts'
import type { Actor } from '../roles/rules.ts'
import { readDisplayName, readMe, searchPeople } from './reads.ts'
import { saveContact } from './save-contact.ts'
import { saveName } from './save-name.ts'

export function peopleRoutes(http: Http<Actor>, crypto: Crypto, wechat: Wechat): void {
  http.read(people.getMe, (tx, actor) => readMe(tx, actor, crypto))
  http.write(people.saveContact, {
    subject: () => undefined,
    run: (tx, actor, { body }) => saveContact(tx, actor, crypto, body),
    show: (tx, actor) => readMe(tx, actor, crypto),
  })
  http.write(people.saveName, {
    subject: () => undefined,
    run: (tx, actor, { body }) => saveName(tx, actor, crypto, body),
    show: async (tx, actor) => readMe(tx, { ...actor, displayName: await readDisplayName(tx, actor) }, crypto),
  })
  http.write(people.savePhoneFromWechat, {
    subject: () => undefined,
    // WeChat is asked before the transaction: no lock is held while somebody else's server thinks.
    before: async ({ body }) => {
      const phone = await wechat.getPhoneNumber(body.code)
      if (phone.ok) return phone.value.purePhoneNumber
      return refuse(phone.reason === 'refused' ? 'wechat-code-refused' : 'wechat-unavailable')
    },
    run: (tx, actor, _call, _id, phone) => saveContact(tx, actor, crypto, { phone }),
    show: (tx, actor) => readMe(tx, actor, crypto),
  })
  http.read(people.findPeople, (tx, actor, { query }) =>
    searchPeople(tx, actor, { name: query.name, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
