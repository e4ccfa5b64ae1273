/** Somebody signed in, and people as others may see them. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { CountyId, PersonId, UnitId } from './ids.ts'
import { CallWord, PersonName } from './names.ts'
import { County, UnitRef } from './organisation.ts'
import { RoleHeld } from './roles.ts'
import { Count, Phone, text } from './units.ts'

/** A person as others see them: surname and role word (李师傅), never a full name. */
export const PersonRef = z.strictObject({ personId: PersonId, displayName: z.string() })
export type PersonRef = z.infer<typeof PersonRef>

/** `phoneMasked` like 138****0126; both null when never given. */
export const SavedContact = z.strictObject({ address: z.nullable(z.string()), phoneMasked: z.nullable(z.string()) })

export const Me = z.strictObject({
  personId: PersonId,
  countyId: CountyId,
  county: County,
  displayName: z.string(),
  homeStation: z.nullable(z.strictObject({ ...UnitRef.shape, shortCode: z.string(), phone: z.string() })),
  contact: SavedContact,
  roles: z.array(RoleHeld),
  volunteer: z.nullable(z.strictObject({ volunteerNo: z.string(), skills: z.array(z.string()) })),
  leadsTeams: z.boolean(),
  unreadNotices: Count,
})
export type Me = z.infer<typeof Me>

export const getMe = endpoint({ name: 'getMe', method: 'GET', path: '/v1/me', reply: Me })

/** Saves the address and phone that the next order is prefilled with; null forgets one. */
export const saveContact = endpoint({
  name: 'saveContact',
  method: 'POST',
  path: '/v1/me/contact',
  body: z.strictObject({
    address: z.optional(z.nullable(text(120))),
    phone: z.optional(z.nullable(Phone)),
    homeStationId: z.optional(UnitId),
  }),
  reply: Me,
  problems: ['not-found'],
})

/** Corrects the caller's name: the full one is kept sealed and shown to nobody else, others read surname and word (rule-27). */
export const saveName = endpoint({
  name: 'saveName',
  method: 'POST',
  path: '/v1/me/name',
  body: z.strictObject({ name: PersonName, word: CallWord }),
  reply: Me,
})

/** WeChat's phone button: the one-time code is exchanged on the server; refusing it never stops anything (rule-47). */
export const savePhoneFromWechat = endpoint({
  name: 'savePhoneFromWechat',
  method: 'POST',
  path: '/v1/me/phone',
  body: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
  reply: Me,
  problems: ['wechat-code-refused', 'wechat-unavailable'],
})

/** People in the caller's subtree by name, full pinyin or initials (`lsf`), for naming a deputy or ordering for somebody; staff only. */
export const findPeople = endpoint({
  name: 'findPeople',
  method: 'GET',
  path: '/v1/people',
  query: z.strictObject({ name: text(20), ...pageQuery }),
  reply: pageOf(z.strictObject({ ...PersonRef.shape, homeStationName: z.nullable(z.string()) })),
  problems: ['not-allowed'],
})
