import { getWorkList, type WorkFilter } from '@sidan/types/dispatch'
import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/view/button.tsx'
import { More } from '../../shared/view/more.tsx'
import { OrderRows } from '../../shared/view/order-rows.tsx'
import { Page } from '../../shared/view/page.tsx'

/** 待办: what waits in this unit's subtree, the earliest due first. */
export default function WorkListPage() {
  const [filter, setFilter] = useState<WorkFilter>('all')
  const { value, items, more, failure, reload } = usePages(
    useCallback((cursor?: string) => call(getWorkList, { query: { filter, cursor, limit: 50 } }), [filter]),
  )
  const counts = value?.counts
  const chips: [WorkFilter, string][] = [
    ['all', '全部'],
    ['triage', `待审 ${counts?.triage ?? ''}`],
    ['dispatch', `待派 ${counts?.dispatch ?? ''}`],
    ['accept', `待接 ${counts?.accept ?? ''}`],
  ]
  return (
    <Page title={value ? `${value.unit.name}・待办` : ''} loading={!value} failure={failure} onRetry={reload}>
      <View className="sd-line">
        {chips.map(([code, word]) => (
          <Button key={code} chosen={code === filter} onTap={() => setFilter(code)}>
            {word}
          </Button>
        ))}
        <Button onTap={() => go('records')}>{`待核 ${counts?.records ?? ''}`}</Button>
      </View>
      {counts && counts.overdue > 0 && <View className="sd-late">{`过时了 ${counts.overdue}`}</View>}
      <OrderRows orders={items} reads="staff" empty="都办完了。" />
      <More onTap={more} />
    </Page>
  )
}
