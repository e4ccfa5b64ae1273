import { describe, expect, it } from '@jest/globals'
import { FraudState } from '@sidan/types/fraud'
import { CountyId } from '@sidan/types/ids'
import type { Actor, Grant } from '../roles/rules.ts'
import { mayAnswerAppeal, mayAppeal, mayLift, runsOut } from './rules.ts'

const grant = (tier: Grant['tier'], role: Grant['role']): Grant => ({
  grantId: 'grant',
  role,
  unitId: tier,
  unitName: tier,
  tier,
  unitCode: tier,
  partner: null,
  deputyForName: null,
  untilDay: null,
})
const somebody = (personId: string, ...grants: Grant[]): Actor => ({
  countyId: CountyId.parse(420882),
  personId,
  displayName: personId,
  homeStationId: null,
  grants,
  volunteer: null,
  ledTeamIds: [],
  policyVersion: 1,
})
const decision = (state: FraudState) => ({
  personId: 'volunteer',
  enteredById: 'institute',
  approverIds: ['approver'],
  stationId: 'station',
  instituteId: 'institute',
  state,
  decidedById: 'decider',
  appealUntil: '2026-12-09',
})
const keeper = (personId: string) => somebody(personId, grant('center', 'keeper'))
const states = FraudState.options

describe('in every state', () => {
  it('only the person appeals, and only while they were told and its last day is not over', () => {
    const on = (day: string) => states.filter((state) => mayAppeal(decision(state), keeper('volunteer'), day) === true)
    expect([on('2026-12-09'), on('2026-12-10')]).toEqual([['told'], []])
    expect(mayAppeal(decision('told'), keeper('other'), '2026-12-01')).toBe('not-found')
  })
  it('an appeal that waits is answered by another keeper, and nothing else is', () => {
    expect(states.filter((state) => mayAnswerAppeal(decision(state), keeper('other')) === true)).toEqual(['appealed'])
  })
  it('what was told or stands is lifted, also by who decided', () => {
    for (const who of ['other', 'decider'])
      expect(states.filter((state) => mayLift(decision(state), keeper(who)) === true)).toEqual(['told', 'standing'])
  })
  it('what nobody appealed against takes effect by itself after its last day, and not on it', () => {
    const on = (day: string) => states.filter((state) => runsOut(decision(state), day))
    expect([on('2026-12-09'), on('2026-12-10')]).toEqual([[], ['told']])
  })
})

it.each([
  ['volunteer', 'own-record'],
  ['institute', 'own-entry'],
  ['approver', 'own-approval'],
  ['decider', 'own-decision'],
])('%s does not answer, though they keep the center', (who, code) => {
  expect(mayAnswerAppeal(decision('appealed'), keeper(who))).toBe(code)
})

it.each([
  ['the keeper of the institute', grant('institute', 'keeper'), 'not-allowed'],
  ['staff of the center', grant('center', 'staff'), 'not-allowed'],
  ['the auditor', grant('center', 'auditor'), 'not-allowed'],
  ['a keeper elsewhere', { ...grant('institute', 'keeper'), unitId: 'elsewhere' }, 'not-found'],
])('%s does neither answer nor lift', (_who, held, code) => {
  const actor = somebody('other', held)
  expect([mayAnswerAppeal(decision('appealed'), actor), mayLift(decision('standing'), actor)]).toEqual([code, code])
})

it('a deputy of the county’s keeper does what the keeper would', () => {
  const deputy = somebody('other', { ...grant('center', 'countyKeeper'), deputyForName: '何主任' })
  expect(mayAnswerAppeal(decision('appealed'), deputy)).toBe(true)
})
