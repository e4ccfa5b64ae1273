import { listUnits, type UnitRef } from '@sidan/types/organisation'
import type { Me } from '@sidan/types/people'
import { useCallback, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { useLoad } from '../shared/api/use-load.ts'

const looking = new Set(['countyKeeper', 'keeper', 'staff', 'auditor'])

/** The unit that is looked at, within the units of the caller's roles and below: the way down is kept, so that one comes back up. */
export function useUnitTree(me: Me | undefined) {
  const own = [
    ...new Map(
      (me?.roles ?? []).filter(({ role }) => looking.has(role)).map(({ unit }) => [unit.unitId, unit]),
    ).values(),
  ]
  const [path, setPath] = useState<readonly UnitRef[]>([])
  const unit = path[path.length - 1] ?? own[0]
  const county = me?.countyId
  const below = useLoad(
    useCallback(async () => {
      if (!unit || county === undefined) return { ok: true as const, value: [] }
      const ask = (query: object) =>
        call(listUnits, { params: { countyId: String(county) } as never, query: query as never })
      const children = await ask({ parentId: unit.unitId })
      if (!children.ok || unit.tier !== 'center')
        return children.ok ? { ok: true as const, value: children.value.items } : children
      const departments = await ask({ kind: 'departments' })
      return departments.ok
        ? { ok: true as const, value: [...children.value.items, ...departments.value.items] }
        : departments
    }, [unit, county]),
  )
  const top = path.length === 0
  return {
    unit,
    /** Units of other roles of one's own, to begin at. */
    others: top ? own.filter(({ unitId }) => unitId !== unit?.unitId) : [],
    below: below.value ?? [],
    reload: below.reload,
    open: (next: UnitRef) => setPath([...(top && unit ? [unit] : path), next]),
    up: path.length > 1 ? () => setPath(path.slice(0, -1)) : undefined,
  }
}
