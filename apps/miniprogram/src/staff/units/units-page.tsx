import { type CaredUnit, closeUnit, getUnit } from '@sidan/types/organisation'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { UnitScreen } from '../unit-screen.tsx'
import { AddSheet } from './add-sheet.tsx'
import { SaveSheet } from './save-sheet.tsx'

/** 单位资料: what a unit's page says of it, and the 点 and 岗 below it. */
export default function UnitsPage() {
  return (
    <UnitScreen title="单位资料" signedOut="登录了才能看。">
      {({ unitId }, tree) => <OneUnit unitId={unitId} onBelow={tree.reload} onClosed={tree.up} />}
    </UnitScreen>
  )
}

interface OneUnitProps {
  readonly unitId: string
  readonly onBelow: () => Promise<void>
  readonly onClosed: (() => void) | undefined
}

function OneUnit({ unitId, onBelow, onClosed }: OneUnitProps) {
  const { value: unit, reload } = useLoad(useCallback(() => call(getUnit, { params: { unitId } as never }), [unitId]))
  const [doing, setDoing] = useState<'save' | 'add' | 'close'>()
  if (!unit) return null
  const done = async () => {
    setDoing(undefined)
    await reload()
    await onBelow()
  }
  const may = (action: CaredUnit['allowedActions'][number]) => unit.allowedActions.includes(action)
  const responsible = unit.responsibleName ? `${unit.responsibleName}（${unit.responsibleRole ?? ''}）` : '还没写'
  return (
    <>
      <SectionHead>{unit.name}</SectionHead>
      <Card>
        <Box className="sd-stack">
          <Facts
            facts={[
              { name: '电话', value: unit.phone },
              { name: '地址', value: unit.address },
              { name: '开门', value: `${unit.opensAt}–${unit.closesAt}` },
              { name: '第一责任人', value: responsible },
              { name: '单位代码', value: unit.code },
            ]}
          />
          {may('save') ? <Button onPress={() => setDoing('save')}>改一改</Button> : null}
        </Box>
      </Card>
      {may('add') ? (
        <Button kind="outlined" icon="plus" onPress={() => setDoing('add')}>
          加一个点或岗
        </Button>
      ) : null}
      {may('close') ? (
        <Button kind="text" tone="danger" onPress={() => setDoing('close')}>
          关掉这里
        </Button>
      ) : null}
      {doing === 'save' ? <SaveSheet unit={unit} onClose={() => setDoing(undefined)} onDone={done} /> : null}
      {doing === 'add' ? <AddSheet unit={unit} onClose={() => setDoing(undefined)} onDone={done} /> : null}
      <CloseSheet
        unit={unit}
        open={doing === 'close'}
        onClose={() => setDoing(undefined)}
        onDone={onClosed ?? (() => void done())}
      />
    </>
  )
}

function CloseSheet({
  unit,
  open,
  onClose,
  onDone,
}: {
  readonly unit: CaredUnit
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { act, busy } = useAct()
  const close = async () => {
    if (!(await act(() => call(closeUnit, { params: { unitId: unit.unitId } })))) return
    toast(`${unit.name}关了，岗位上的人会收到通知`)
    onDone()
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={`关掉${unit.name}`}
      foot={
        <Button tone="danger" size="l" grow busy={busy && '正在办…'} onPress={() => void close()}>
          关掉
        </Button>
      }
    >
      <Box className="sd-ink-2">单子和活动都办完了才能关。这里的岗位跟着结束，没用的邀请码跟着收回；做过的都留着。</Box>
    </Sheet>
  )
}
