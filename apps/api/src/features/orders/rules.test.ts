import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadPreset } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import { moveOf, OrderState, OrderVerb } from '@sidan/types/order-states'
import { rootFolder } from '../../env.ts'
import type { Actor, Grant } from '../roles/rules.ts'
import type { Abilities, Needs } from '../standing/rules.ts'
import { allowedActions, mayMove, maySeeContact, type OrderFacts, viewpoint } from './rules.ts'

const folder = join(rootFolder, 'packages/counties/presets')
const jingshan = loadPreset(folder, 'jingshan').policy.orderFlow
const daye = loadPreset(folder, 'daye').policy.orderFlow
const now = new Date('2026-11-24T02:00:00Z')

const order = (state: OrderState, more: Partial<OrderFacts> = {}): OrderFacts => ({
  id: 'order',
  state,
  version: 1,
  requesterId: 'resident',
  requesterKind: 'self',
  stationId: 's',
  instituteId: 'i',
  targetKind: 'person',
  targetPersonId: 'volunteer',
  targetTeamId: null,
  assigneeId: 'volunteer',
  assigneeTeamId: null,
  goerIds: ['volunteer'],
  escalationLevel: 0,
  needs: { requiredSkill: 'hair', requiredQualification: null, hazardous: false },
  leadDepartment: 'minzheng',
  fulfilledAt: now,
  ratedAt: null,
  ...more,
})
const hairdresser: Abilities = {
  skills: ['hair'],
  ageBand: null,
  guardianConsents: false,
  qualifications: [],
  insured: false,
}
const person = (personId: string, more: Partial<Actor> = {}): Actor => ({
  countyId: CountyId.parse(420882),
  personId,
  displayName: personId,
  homeStationId: null,
  volunteer: null,
  ledTeamIds: [],
  policyVersion: 1,
  grants: [],
  ...more,
})
const grant = (tier: Grant['tier'], unitId: string, role: Grant['role'] = 'keeper', unitCode = ''): Grant => ({
  grantId: 'g',
  role,
  unitId,
  unitName: '',
  partner: null,
  tier,
  unitCode,
  deputyForName: null,
  untilDay: null,
})
const people = {
  requester: person('resident'),
  staff: person('keeper', { grants: [grant('station', 's')] }),
  asked: person('volunteer', { volunteer: hairdresser }),
  stranger: person('stranger', { volunteer: hairdresser }),
}
const may = (facts: OrderFacts, actor: Actor, verb: OrderVerb, flow = jingshan) => {
  const answer = mayMove(facts, actor, verb, flow, now)
  return typeof answer === 'string' ? answer : 'may'
}

describe('every state and every verb', () => {
  const mover = { requester: people.requester, staff: people.staff, asked: people.asked, assignee: people.asked }
  it.each(OrderState.options)('%s moves by the table and by nothing else', (state) => {
    for (const verb of OrderVerb.options) {
      const move = moveOf(state, verb)
      if (!move) {
        for (const actor of Object.values(people))
          expect([verb, may(order(state), actor, verb)]).toEqual([verb, 'order-not-open'])
      } else if (move.who !== 'system') {
        const facts = order(state, verb === 'nameGoers' ? { assigneeTeamId: 'team' } : {})
        expect([verb, may(facts, mover[move.who], verb)]).toEqual([verb, 'may'])
        expect([verb, may(facts, people.stranger, verb)]).not.toEqual([verb, 'may'])
      } else {
        for (const actor of Object.values(people)) expect(may(order(state), actor, verb)).toBe('not-allowed')
      }
    }
  })
})

describe('who may', () => {
  it('triage and dispatch is the policy’s: Jingshan’s station dispatches, Daye’s does not, its center and lead department do', () => {
    const center = person('center', { grants: [grant('center', 'c', 'countyKeeper')] })
    const department = person('lead', { grants: [grant('department', 'd', 'staff', 'minzheng')] })
    expect(may(order('triaged'), people.staff, 'dispatch', jingshan)).toBe('may')
    expect(may(order('triaged'), people.staff, 'dispatch', daye)).toBe('not-allowed')
    expect(may(order('triaged'), center, 'dispatch', daye)).toBe('may')
    expect(may(order('triaged'), department, 'dispatch', daye)).toBe('may')
    expect(may(order('triaged', { leadDepartment: 'another' }), department, 'dispatch', daye)).toBe('not-allowed')
  })
  it('act on an overdue order grows by the tiers it climbed to', () => {
    const institute = person('head', { grants: [grant('institute', 'i')] })
    expect(may(order('triaged'), institute, 'dispatch', daye)).toBe('not-allowed')
    expect(may(order('triaged', { escalationLevel: 1 }), institute, 'dispatch', daye)).toBe('may')
  })
  it('decide on an order is never who placed it for themselves, but a keeper may for somebody they ordered for', () => {
    const own = { requesterId: 'keeper' }
    expect(may(order('submitted', own), people.staff, 'triage')).toBe('own-order')
    expect(may(order('submitted', { ...own, requesterKind: 'proxy' }), people.staff, 'triage')).toBe('may')
  })
  it('accept is who was asked, not who ordered, and only with the skill (rule-05)', () => {
    expect(may(order('dispatched'), people.stranger, 'accept')).toBe('not-asked')
    expect(may(order('dispatched', { requesterId: 'volunteer' }), people.asked, 'accept')).toBe('own-order')
    const asking = (more: Partial<Needs>) => order('dispatched', { needs: { ...order('dispatched').needs, ...more } })
    expect(may(asking({ requiredSkill: 'law' }), people.asked, 'accept')).toBe('qualification-missing')
    expect(may(asking({ requiredQualification: 'doctor' }), people.asked, 'accept')).toBe('qualification-missing')
    expect(may(asking({ hazardous: true }), people.asked, 'accept')).toBe('age-unknown')
    expect(may(order('dispatched', { targetKind: 'claim', targetPersonId: null }), people.stranger, 'accept')).toBe(
      'may',
    )
  })
  it('rate and reopen ends with the policy’s days', () => {
    const ago = (days: number) => ({ fulfilledAt: new Date(now.getTime() - days * 86_400_000) })
    expect(may(order('fulfilled', ago(15)), people.requester, 'rate')).toBe('may')
    expect(may(order('fulfilled', ago(15.1)), people.requester, 'rate')).toBe('rating-over')
    expect(may(order('closed', ago(7.1)), people.requester, 'reopen')).toBe('rating-over')
  })
  it('see an order is its requester, who goes, who was asked and staff above it; to others it is not there', () => {
    const auditor = person('auditor', { grants: [grant('center', 'c', 'auditor')] })
    expect(viewpoint(order('dispatched', { assigneeId: null, goerIds: [] }), people.asked)).toBe('asked')
    expect(viewpoint(order('accepted'), people.stranger)).toBeUndefined()
    expect(viewpoint(order('accepted'), auditor)).toBe('staff')
    expect(allowedActions(order('submitted'), auditor, jingshan, now)).toEqual([])
  })
  it('rule-27 see address and phone is who goes, from acceptance until the order is closed', () => {
    const visible = OrderState.options.filter((state) => maySeeContact(order(state), people.asked))
    expect(visible).toEqual(['accepted', 'inService', 'fulfilled'])
    expect(maySeeContact(order('accepted'), people.staff)).toBe(false)
  })
})
