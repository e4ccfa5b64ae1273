import { type Activity, getActivity } from '@sidan/types/activities'
import {
  changeActivity,
  draftActivity,
  getActivityForm,
  listRunActivities,
  publishActivity,
} from '@sidan/types/activity-forms'
import type { ReplyOf } from '@sidan/types/endpoint'
import { getTeam, listMyTeams } from '@sidan/types/teams'
import { useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { goBack, swap } from '../../shared/navigation/routes.ts'
import { loadMe } from '../../shared/session/kept-me.ts'
import { countyHere } from '../../shared/session/session.ts'
import { toast } from '../../shared/ui/toast.tsx'
import { changeOf, type Draft, draftFrom, firstDraft, formOf } from './draft.ts'

/** In whose name an activity is offered: a unit, or a team at its unit. */
export interface Source {
  readonly unitId: string
  readonly teamId: string | null
  readonly name: string
}

export interface Desk {
  readonly sources: readonly Source[]
  /** What was run lately, to write a new one after. */
  readonly lately: readonly { readonly activityId: string; readonly title: string }[]
  /** What it may name. */
  readonly named: ReplyOf<typeof getActivityForm>
  /** The one that is rewritten. */
  readonly activity: Activity | undefined
}

const runRoles = new Set<string>(['countyKeeper', 'keeper', 'staff'])

const loadOne = (activityId: string) => call(getActivity, { params: { countyId: countyHere(), activityId } as never })

/** What the form needs: in whose name, what there was before, and the activity that is rewritten. */
export async function loadDesk(activityId: string): Promise<Outcome<Desk>> {
  if (activityId !== '') {
    const [activity, named] = await Promise.all([loadOne(activityId), call(getActivityForm)])
    if (!named.ok) return named
    return activity.ok
      ? { ok: true, value: { sources: [], lately: [], named: named.value, activity: activity.value } }
      : activity
  }
  const [me, past, coming, named] = await Promise.all([
    loadMe(),
    call(listRunActivities, { query: { past: 'true', limit: 4 } }),
    call(listRunActivities, { query: { limit: 4 } }),
    call(getActivityForm),
  ])
  if (!me.ok) return me
  if (!past.ok) return past
  if (!coming.ok) return coming
  if (!named.ok) return named
  const units = me.value.roles
    .filter(({ role }) => runRoles.has(role))
    .map(({ unit }) => ({ unitId: unit.unitId, teamId: null, name: unit.name }))
  const teams = me.value.leadsTeams ? await ledTeams() : []
  const titles = new Map([...past.value.items, ...coming.value.items].map((card) => [card.title, card.activityId]))
  const lately = [...titles].slice(0, 4).map(([title, id]) => ({ title, activityId: id }))
  return { ok: true, value: { sources: [...units, ...teams], lately, named: named.value, activity: undefined } }
}

async function ledTeams(): Promise<Source[]> {
  const mine = await call(listMyTeams)
  const led = mine.ok ? mine.value.items.filter(({ leads }) => leads) : []
  const teams = await Promise.all(led.map(({ teamId }) => call(getTeam, { params: { teamId } })))
  return teams.flatMap((team) =>
    team.ok ? [{ unitId: team.value.unit.unitId, teamId: team.value.teamId, name: team.value.name }] : [],
  )
}

/** Writing an activity, or rewriting what one says. */
export function useWriting({ sources, activity }: Desk) {
  const [draft, setDraft] = useState(() => (activity ? draftFrom(activity, new Date()) : firstDraft(new Date())))
  const [source, setSource] = useState(sources[0])
  const { act, busy } = useAct()
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  const after = async (activityId: string) => {
    const former = await act(() => loadOne(activityId))
    if (former) setDraft(draftFrom(former, new Date()))
  }
  /** Kept as a draft; and published if wanted. What was kept is never lost: its page opens either way. */
  const keep = async (publish: boolean) => {
    if (!source) return
    const kept = await act(() => call(draftActivity, { body: formOf(draft, source as never) }))
    if (!kept) return
    const { activityId, version } = kept
    const done = publish && (await act(() => call(publishActivity, { params: { activityId }, body: { version } })))
    toast(done ? '发布了，大家看得到了' : '草稿存好了')
    swap('manage', { activity: activityId })
  }
  const rewrite = async () => {
    if (!activity) return
    if (!(await act(() => call(changeActivity, { params: activity, body: changeOf(draft, activity) })))) return
    toast('改好了')
    goBack()
  }
  return { draft, change, source, setSource, after, keep, rewrite, busy }
}

export type Writing = ReturnType<typeof useWriting>
