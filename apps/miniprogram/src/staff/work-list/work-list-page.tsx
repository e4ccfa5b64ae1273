import { getWorkList, type WorkFilter } from '@sidan/types/dispatch'
import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/view/button.tsx'
import { OrderRows } from '../../shared/view/order-rows.tsx'
import { Page } from '../../shared/view/page.tsx'

/** 待办: what waits in this unit's subtree, the earliest due first. */
export default function WorkListPage() {
  const [filter, setFilter] = useState<WorkFilter>('all')
  const { value, failure, reload } = useLoad(useCallback(() => call(getWorkList, { query: { filter } }), [filter]))
  const choose = (next: WorkFilter) => setFilter(next)
  const counts = value?.counts
  const chips: [WorkFilter, string][] = [
    ['all', '全部'],
    ['triage', `待审 ${counts?.triage ?? ''}`],
    ['dispatch', `待派 ${counts?.dispatch ?? ''}`],
    ['accept', `待接 ${counts?.accept ?? ''}`],
  ]
  const shown = value?.items.filter(
    (item) =>
      filter === 'all' ||
      (filter === 'triage' && item.state === 'submitted') ||
      (filter === 'dispatch' && (item.state === 'triaged' || item.state === 'reopened')) ||
      (filter === 'accept' && item.state === 'dispatched'),
  )
  return (
    <Page title={value ? `${value.unit.name}・待办` : ''} loading={!value} failure={failure} onRetry={reload}>
      <View className="sd-line">
        {chips.map(([code, word]) => (
          <Button key={code} chosen={code === filter} onTap={() => choose(code)}>
            {word}
          </Button>
        ))}
        <Button onTap={() => go('records')}>{`待核 ${counts?.records ?? ''}`}</Button>
      </View>
      {counts && counts.overdue > 0 && <View className="sd-late">{`过时了 ${counts.overdue}`}</View>}
      <OrderRows orders={shown ?? []} reads="staff" empty="都办完了。" />
    </Page>
  )
}
