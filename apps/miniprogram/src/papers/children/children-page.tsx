import { type Child, listMyChildren, removeChild, renewPickUpCode } from '@sidan/types/children'
import { formatShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { ChildForm } from './child-form.tsx'
import { ageWords } from './children-words.ts'

const load = () => call(listMyChildren)

/** 我的孩子: registered for classes, corrected, and erased when one likes. */
export default function ChildrenPage() {
  const { value, failure, reload } = useLoad(load)
  const [adding, setAdding] = useState(false)
  const done = async () => {
    setAdding(false)
    await reload()
  }
  return (
    <Screen title="我的孩子" load={{ value, failure, reload }}>
      {value?.items.length === 0 && !adding ? <Empty>登记了孩子，就能给他们报四点半课堂这样的班。</Empty> : null}
      {value?.items.map((child) => (
        <One key={child.childId} child={child} onDone={reload} />
      ))}
      {adding ? (
        <ChildForm onDone={done} />
      ) : (
        <Button kind="soft" icon="plus" onPress={() => setAdding(true)}>
          登记一个孩子
        </Button>
      )}
    </Screen>
  )
}

function One({ child, onDone }: { child: Child; onDone: () => Promise<void> }) {
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const params = { childId: child.childId }
  const renew = async () => {
    if (!(await act(() => call(renewPickUpCode, { params })))) return
    toast('换了一个接人的码，旧的作废')
    await onDone()
  }
  const remove = async () => {
    if (!(await act(() => call(removeChild, { params })))) return
    toast('删了，清空了')
    await onDone()
  }
  if (editing)
    return (
      <ChildForm
        child={child}
        onDone={async () => {
          setEditing(false)
          await onDone()
        }}
      />
    )
  return (
    <Card label={child.name}>
      <Box className="sd-stack">
        <Box as="h2" className="sd-strong">
          {child.name}
        </Box>
        <Facts
          facts={[
            { name: '年龄段', value: ageWords(child.ageBand) },
            { name: '谁来接', value: child.pickUpNames.join('、') },
            { name: '接人的码', value: formatShortCode(child.pickUpCode) },
            { name: '身体情况', value: child.healthNote ?? '没有写' },
          ]}
        />
      </Box>
      <CardActions>
        <Button grow kind="outlined" label={`改${child.name}`} onPress={() => setEditing(true)}>
          改
        </Button>
        <Button grow kind="outlined" busy={busy && '…'} onPress={() => void renew()}>
          换接人的码
        </Button>
        <Button grow kind="outlined" tone="danger" label={`删掉${child.name}`} onPress={() => setAsking(true)}>
          删掉
        </Button>
      </CardActions>
      <ConfirmSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`删掉${child.name}吗`}
        line="称呼、谁来接、身体情况都清空，找不回来"
        word="删掉"
        tone="danger"
        busy={busy && '正在删…'}
        onConfirm={() => void remove()}
      />
    </Card>
  )
}
