import { getWorkList, type WorkFilter } from '@sidan/types/dispatch'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { DispatchSheet } from '../../shared/orders/dispatch-sheet.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { setWaiting } from '../../shared/session/waiting.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { PickBar } from './pick-bar.tsx'
import { useSeveral } from './use-several.ts'
import { WorkFilters } from './work-filters.tsx'
import { WorkGroups } from './work-groups.tsx'
import { WorkSheets, type WorkTask } from './work-sheets.tsx'

const useWorkList = (filter: WorkFilter) => {
  const list = usePages(
    useCallback((cursor?: string) => call(getWorkList, { query: { filter, cursor, limit: 50 } }), [filter]),
  )
  const counts = list.value?.counts
  useEffect(() => {
    if (counts) setWaiting(counts.triage + counts.dispatch)
  }, [counts])
  return list
}

/** 待办: what waits in this unit's subtree, the earliest due first; decided on the spot, one by one or several at once. */
export function WorkList({ onOwn }: { readonly onOwn: () => void }) {
  const [filter, setFilter] = useState<WorkFilter>('all')
  const list = useWorkList(filter)
  const { value, items, more, reload } = list
  const [task, setTask] = useState<WorkTask>()
  const several = useSeveral(items)
  const picking = several.picked !== undefined
  const station = value?.unit.name
  const close = () => setTask(undefined)
  return (
    <Screen
      title={station ? `${shortUnit(station)}·待办` : '待办'}
      back="none"
      load={list}
      shapes={['card', 'card', 'card']}
      tabs={picking ? undefined : <Tabs current="orders" />}
      bar={
        picking ? (
          <PickBar
            several={several}
            onDispatch={() => setTask({ kind: 'dispatchSeveral', orders: several.chosen })}
            onDone={reload}
          />
        ) : undefined
      }
    >
      <WorkFilters counts={value?.counts} value={filter} onChoose={setFilter} />
      <WorkGroups orders={items} ofStation={station} several={several} onTask={setTask} onDone={reload} />
      {items.length === 0 ? <Empty>都办完了。</Empty> : null}
      <More onTap={more} />
      {picking ? null : (
        <Box className="sd-between">
          {items.length > 1 ? (
            <Button kind="text" onPress={several.begin}>
              选几张一起办
            </Button>
          ) : null}
          <Button kind="text" onPress={onOwn}>
            我自己点的单
          </Button>
        </Box>
      )}
      <WorkSheets task={task} reasons={value?.reasons} onTask={setTask} onDone={reload} />
      {task?.kind === 'dispatch' ? <DispatchSheet order={task.order} onClose={close} onDone={reload} /> : null}
      {task?.kind === 'dispatchSeveral' ? (
        <DispatchSheet
          order={task.orders[0]}
          line={`${task.orders.length} 张单派给同一个`}
          send={several.dispatch}
          onClose={close}
          onDone={reload}
        />
      ) : null}
    </Screen>
  )
}
