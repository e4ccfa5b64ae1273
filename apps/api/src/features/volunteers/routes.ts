import * as volunteers from '@sidan/types/volunteers'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readVolunteerForm } from './reads.ts'
import { registerVolunteer } from './register-volunteer.ts'
import { saveProfile } from './save-profile.ts'

export function volunteersRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(volunteers.getVolunteerForm, (tx, actor) => readVolunteerForm(tx, actor, crypto))
  http.write(volunteers.registerVolunteer, {
    subject: () => undefined,
    run: (tx, actor, { body }) => registerVolunteer(tx, actor, crypto, body),
    show: (tx, actor) => readVolunteerForm(tx, actor, crypto),
  })
  http.write(volunteers.saveProfile, {
    subject: () => undefined,
    run: (tx, actor, { body }) => saveProfile(tx, actor, crypto, body),
    show: (tx, actor) => readVolunteerForm(tx, actor, crypto),
  })
}
