/** What the station and its institute offer in the days after the story. */
import type { OpeningForm } from '@sidan/types/activity-forms'
import { addDays, momentOf } from '@sidan/types/civil'
import { type Draft, draftActivity } from '../features/activities/draft-activity.ts'
import { publishActivity } from '../features/activities/publish-activity.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Stage } from './cast.ts'
import type { Telling } from './telling.ts'

type Told = Pick<
  Draft,
  'title' | 'place' | 'content' | 'risks' | 'audience' | 'signUp' | 'privateDetails' | 'openings' | 'platformCode'
> & {
  by: 'keeper' | 'institute'
  /** Days after the telling, with the hours. */
  days: number[]
  from: string
  until: string
}

const opening = (
  kind: OpeningForm['kind'],
  name: string,
  capacity: number,
  more: Partial<OpeningForm> = {},
): OpeningForm => ({
  kind,
  name,
  capacity,
  overbook: 0,
  waitlist: 5,
  ageFrom: null,
  ageUpTo: null,
  qualification: null,
  skill: null,
  ...more,
})

const told: Told[] = [
  {
    by: 'keeper',
    title: '防诈骗小课堂',
    platformCode: 'theory',
    place: '二楼活动室',
    content: '民警讲最近的骗法，现场帮您看手机里的可疑短信。',
    risks: '楼梯有点陡，走不动的提前说，有人接您上楼。',
    audience: 'elderly',
    signUp: 'open',
    privateDetails: null,
    openings: [opening('participant', '来听课', 30), opening('volunteer', '引导员', 3, { skill: 'phone' })],
    days: [4],
    from: '15:00',
    until: '16:30',
  },
  {
    by: 'keeper',
    title: '河边捡垃圾',
    platformCode: null,
    place: '护城河东段，站门口集合',
    content: '沿河走两公里，手套、袋子站里备好，自己带水。',
    risks: '河岸湿滑，不下水；下雨就改期，会告诉您。',
    audience: 'everybody',
    signUp: 'open',
    privateDetails: '工具房门锁 4821，找站里值班的人',
    openings: [opening('volunteer', '捡拾员', 12, { ageFrom: 16 }), opening('volunteer', '记录员', 1, { waitlist: 2 })],
    days: [5, 12],
    from: '08:30',
    until: '10:30',
  },
  {
    by: 'institute',
    title: '社区戏台：花鼓戏',
    platformCode: 'culture',
    place: '街道文化广场',
    content: '',
    risks: '',
    audience: 'everybody',
    signUp: 'none',
    privateDetails: null,
    openings: [],
    days: [6],
    from: '19:00',
    until: '21:00',
  },
]

/** Writes and publishes them. */
export async function announce(
  { crypto }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  stage: Stage,
  today: string,
): Promise<void> {
  for (const { by, days, from, until, ...words } of told) {
    const activityId = newId()
    const draft: Draft = {
      ...words,
      unitId: by === 'keeper' ? stage.stationId : stage.instituteId,
      teamId: null,
      hazardous: false,
      shifts: days.map((day) => ({
        startsAt: momentOf(addDays(today, day), from).toISOString(),
        endsAt: momentOf(addDays(today, day), until).toISOString(),
        signUpUntil: null,
      })),
    }
    await as(by, (tx, actor) => draftActivity(tx, actor, crypto, activityId, draft))
    await as(by, (tx, actor) => publishActivity(tx, actor, { activityId, version: 1 }))
  }
}
