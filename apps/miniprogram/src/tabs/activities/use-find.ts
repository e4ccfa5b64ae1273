import { type Audience, findActivities, type OpeningKind } from '@sidan/types/activities'
import { addDays, civilDay } from '@sidan/types/civil'
import type { QueryOf } from '@sidan/types/endpoint'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad, usePages } from '../../shared/api/use-load.ts'
import { orKept } from '../../shared/offline/kept.ts'
import { keptMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { daysOf, type When } from './when.ts'

export interface Filters {
  readonly when: When
  readonly audience: Audience | ''
  readonly lookingFor: OpeningKind | ''
  readonly platformCode: string
  readonly skill: string
  /** A township, or the center. */
  readonly withinId: string
}
export const noFilters: Filters = { when: '', audience: '', lookingFor: '', platformCode: '', skill: '', withinId: '' }

/** What somebody finds in a county, the nearest first, kept for when there is no signal. `atHome` is what their own station offers this week. */
export function useFind(county: string) {
  const [filters, setFilters] = useState(noFilters)
  const filtered = filters !== noFilters
  const ask = useCallback(
    (cursor?: string) => {
      const days = daysOf(filters.when, civilDay(new Date()))
      return askKept(filters === noFilters && !cursor ? `activities.${county}` : undefined, county, {
        ...days,
        ...(filters.audience ? { audience: filters.audience } : {}),
        ...(filters.lookingFor ? { lookingFor: filters.lookingFor } : {}),
        ...(filters.platformCode ? { platformCode: filters.platformCode } : {}),
        ...(filters.skill ? { skill: filters.skill } : {}),
        ...(filters.withinId ? { withinId: filters.withinId as never } : {}),
        cursor,
        limit: 20,
      })
    },
    [county, filters],
  )
  const found = usePages(ask)
  const home = keptMe()?.homeStation
  const week = useLoad(useCallback(() => askWeek(county, home?.unitId), [county, home?.unitId]))
  const atHome = week.value?.items.filter((card) => card.unitId === home?.unitId) ?? []
  const shown = new Set(filtered ? [] : atHome.map((card) => card.activityId))
  return {
    ...found,
    // Both lists are shown at once: what one wants to tap must not move away.
    value: week.value || week.failure ? found.value : undefined,
    items: found.items.filter((card) => !shown.has(card.activityId)),
    stale: found.value?.stale ?? false,
    filters,
    filtered,
    change: (part: Partial<Filters>) => setFilters((before) => tidy({ ...before, ...part })),
    home,
    atHome,
  }
}

/** Nothing chosen is one and the same value, so that it is known again. */
const tidy = (filters: Filters): Filters =>
  Object.values(filters).every((value) => value === '') ? noFilters : filters

const askWeek = (county: string, home: string | undefined) =>
  home
    ? askKept(`activities-home.${county}`, county, { toDay: addDays(civilDay(new Date()), 6), limit: 10 })
    : Promise.resolve({ ok: true as const, value: { items: [], nextCursor: null, stale: false } })

/** Asks, and says whether the answer is what was kept from before. */
async function askKept(name: string | undefined, county: string, query: QueryOf<typeof findActivities>) {
  let fresh = false
  const ask = async () => {
    const outcome = await call(findActivities, { params: { countyId: county as never }, query })
    fresh = outcome.ok
    return outcome
  }
  const outcome = await (name ? orKept(name, readSession()?.personId ?? '', ask) : ask())
  return outcome.ok ? { ok: true as const, value: { ...outcome.value, stale: !fresh } } : outcome
}
