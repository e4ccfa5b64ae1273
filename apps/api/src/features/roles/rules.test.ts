/** Every role, every verb on roles, from everywhere: judged against the sentences of the feature, written down here a second time. */
import { describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import type { UnitTier } from '@sidan/types/organisation'
import { type Role, roleNames } from '@sidan/types/roles'
import {
  type Actor,
  decidingTiers,
  deskOf,
  grantableRoles,
  may,
  mayEnd,
  mayGrant,
  maySeeGrants,
  type UnitPlace,
} from './rules.ts'

/** A county as a row: the center, an institute with two stations, another institute, a department. */
const units = {
  center: { id: 'center', tier: 'center', aboveIds: [] },
  institute: { id: 'institute', tier: 'institute', aboveIds: ['center'] },
  station: { id: 'station', tier: 'station', aboveIds: ['institute', 'center'] },
  site: { id: 'site', tier: 'site', aboveIds: ['station', 'institute', 'center'] },
  sibling: { id: 'sibling', tier: 'station', aboveIds: ['institute', 'center'] },
  otherInstitute: { id: 'otherInstitute', tier: 'institute', aboveIds: ['center'] },
  department: { id: 'department', tier: 'department', aboveIds: [] },
} as const satisfies Record<string, UnitPlace>
type At = keyof typeof units

const actor = (role: Role, at: At, deputyForName: string | null = null): Actor => ({
  countyId: CountyId.parse(420882),
  personId: 'me',
  displayName: '我',
  homeStationId: null,
  volunteer: null,
  ledTeamIds: [],
  policyVersion: 1,
  grants: [
    {
      grantId: 'mine',
      role,
      unitId: at,
      unitName: at,
      tier: units[at].tier as UnitTier,
      unitCode: at,
      partner: null,
      deputyForName,
      untilDay: deputyForName === null ? null : '2026-12-01',
    },
  ],
})

/** Where a unit lies, seen from the holder of a role on the station. */
const seenFromStation = {
  above: 'institute',
  own: 'station',
  below: 'site',
  beside: 'sibling',
  elsewhere: 'otherInstitute',
} as const
const lesser: Role[] = ['staff', 'approver', 'gridWorker', 'speaker', 'merchant', 'sponsor', 'auditor']

describe('giving and ending roles', () => {
  const rows = roleNames.flatMap((role) =>
    Object.entries(seenFromStation).map(([where, at]) => [role, where, at] as const),
  )
  it.each(rows)('a %s of a station, on the unit %s', (role, where, at) => {
    // The county keeper's seat is the center: there is none on a station, and whoever is one stands above every unit.
    const sits: At = role === 'countyKeeper' ? 'center' : 'station'
    const given = grantableRoles(actor(role, sits), units[at])
    if (role === 'countyKeeper') expect(given).toEqual(['keeper', ...lesser])
    else if (role !== 'keeper') expect(given).toEqual([])
    else expect(given).toEqual({ own: lesser, below: ['keeper', ...lesser] }[where as 'own'] ?? [])
  })
  it.each(roleNames)('of the role %s: who may give it may end it, and nobody else', (role) => {
    for (const holder of roleNames)
      for (const at of Object.keys(units) as At[]) {
        const me = actor(holder, holder === 'countyKeeper' ? 'center' : 'station')
        const grant = { role, personId: 'somebody', deputyForId: null }
        expect(mayEnd(me, grant, units[at])).toBe(mayGrant(me, role, units[at], 'somebody'))
      }
  })
  it.each(Object.keys(units) as At[])('the county keeper gives all but their own role on the %s', (at) => {
    expect(grantableRoles(actor('countyKeeper', 'center'), units[at])).toEqual(['keeper', ...lesser])
  })
  it('a keeper of an institute gives up to keeper on its stations and below, and none in another', () => {
    const keeper = actor('keeper', 'institute')
    for (const at of ['station', 'sibling', 'site'] as const)
      expect(grantableRoles(keeper, units[at])).toContain('keeper')
    for (const at of ['center', 'otherInstitute', 'department'] as const)
      expect(grantableRoles(keeper, units[at])).toEqual([])
  })
  it('nobody gives or ends a role of their own', () => {
    for (const role of roleNames)
      for (const at of Object.keys(units) as At[]) {
        const me = actor('countyKeeper', 'center')
        expect(mayGrant(me, role, units[at], 'me')).toBe('role-not-grantable')
        expect(mayEnd(me, { role, personId: 'me', deputyForId: null }, units[at])).toBe('role-not-grantable')
      }
  })
  it('a deputy gives and ends none, in whosever stead', () => {
    for (const [role, at] of [
      ['countyKeeper', 'center'],
      ['keeper', 'institute'],
    ] as const)
      expect(grantableRoles(actor(role, at, '何主任'), units.station)).toEqual([])
  })
  it('a stead is ended by nobody but who named it', () => {
    const stead = { role: 'keeper', personId: 'somebody', deputyForId: 'other' } as const
    expect(mayEnd(actor('countyKeeper', 'center'), stead, units.station)).toBe('role-not-grantable')
  })
})

describe('seeing the people of a unit', () => {
  it.each(roleNames)('a %s of a station', (role) => {
    const sees = (Object.keys(units) as At[]).filter((at) => maySeeGrants(actor(role, 'station'), units[at]))
    const reads = ['keeper', 'staff', 'auditor'].includes(role)
    if (role !== 'countyKeeper') expect(sees).toEqual(reads ? ['station', 'site'] : [])
  })
  it('the county keeper sees those of every unit', () => {
    for (const at of Object.keys(units) as At[])
      expect(maySeeGrants(actor('countyKeeper', 'center'), units[at])).toBe(true)
  })
})

describe('what a role lets do', () => {
  const here = { stationId: 'station', instituteId: 'institute' }
  const there = { stationId: 'elsewhere', instituteId: 'otherInstitute' }
  const table: Record<Role, string> = {
    countyKeeper: 'grant decide approve orderForOthers handOut',
    keeper: 'grant decide approve orderForOthers handOut',
    staff: 'decide approve orderForOthers handOut',
    approver: 'approve',
    gridWorker: 'orderForOthers',
    speaker: '',
    merchant: 'handOut',
    partnerOwner: '',
    partnerClerk: '',
    sponsor: '',
    auditor: 'audit',
  }
  it.each(roleNames)('a %s at the station, and not elsewhere', (role) => {
    const all = ['grant', 'decide', 'approve', 'orderForOthers', 'handOut', 'audit'] as const
    const me = actor(role, 'station')
    expect(all.filter((power) => may(me, power, here)).join(' ')).toBe(table[role])
    expect(all.filter((power) => may(me, power, there))).toEqual([])
  })
  it('an approver has a list of hours and none of orders', () => {
    const approver = actor('approver', 'station')
    expect([decidingTiers(approver, here), deskOf(approver)]).toEqual([[], undefined])
    expect(decidingTiers(approver, here, 'approve')).toEqual(['station'])
    expect(deskOf(approver, 'approve')?.unitId).toBe('station')
  })
})
