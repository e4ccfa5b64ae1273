/** What guessing codes ends in. Each is by somebody who types no code elsewhere: they are locked out for ten minutes. */
import { verifyBenefit } from '@sidan/types/benefits'
import type { Endpoint } from '@sidan/types/endpoint'
import { joinFamily } from '@sidan/types/families'
import { joinTeamByCode } from '@sidan/types/memberships'
import { verifyVoucher } from '@sidan/types/rewards'
import { acceptInvitation } from '@sidan/types/roles'
import { enrolScreen } from '@sidan/types/screens'
import { confirmSignIn } from '@sidan/types/sessions'
import { acceptTimeGift } from '@sidan/types/time-bank'
import type { World } from '../world.ts'
import { atStation } from './role-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

/** How many wrong codes the test app lets one person type. */
const allowed = 10

const guessing = (endpoint: Endpoint, asked: Request | ((w: World) => Request)) =>
  refused(endpoint, 'too-many-wrong-codes', 'ten wrong ones were typed before', async (w) => {
    const request = typeof asked === 'function' ? asked(w) : asked
    for (let typed = 0; typed < allowed; typed += 1) await w.county.as(request.as)(endpoint, request)
    return request
  })

export const refusalsOfGuessing: Refusing[] = [
  refused(acceptInvitation, 'invitation-unknown', 'there is none with this code', () => ({
    as: 'neighbour',
    body: { code: 'ZZZZ-ZZZZ-ZZZZ' },
  })),
  guessing(verifyVoucher, { as: 'institute', body: { voucher: 'ZZZZ-ZZZ' } }),
  guessing(verifyBenefit, { as: 'institute', body: { code: '0000 0000 0000' } }),
  guessing(acceptInvitation, { as: 'neighbour', body: { code: 'ZZZZ-ZZZZ-ZZZZ' } }),
  refused(joinTeamByCode, 'team-code-unknown', 'no team has it', () => ({
    as: 'neighbour',
    body: { code: 'ZZZZ-ZZZZ-ZZ', showsName: false },
  })),
  guessing(joinTeamByCode, { as: 'gridWorker', body: { code: 'ZZZZ-ZZZZ-ZZ', showsName: false } }),
  guessing(enrolScreen, (w) => ({
    as: 'institute',
    ...atStation(w),
    body: { shortCode: 'ZZZZ-ZZZZ', name: '门口' },
  })),
  guessing(joinFamily, { as: 'minor', body: { code: 'ZZZZ-ZZZZ' } }),
  guessing(acceptTimeGift, { as: 'auditor', body: { code: 'ZZZZ-ZZZZ' } }),
  guessing(confirmSignIn, { as: 'neighbour', body: { shortCode: 'ZZZZ-ZZ' } }),
]
