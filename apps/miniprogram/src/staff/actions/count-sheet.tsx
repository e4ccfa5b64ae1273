import { type ActionCount, reverseActionCount } from '@sidan/types/action-counts'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { oftenWords, whatWords } from './counting-words.ts'

interface CountSheetProps {
  readonly count: ActionCount
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** One counting: what it says, and taking it back with words that the volunteer reads. */
export function CountSheet({ count, onClose, onDone }: CountSheetProps) {
  const words = useWords()
  const [why, setWhy] = useState('')
  const { act, busy } = useAct()
  const may = count.allowedActions.includes('reverse')
  const often = oftenWords(count)
  const reverse = async () => {
    const asking = { params: { countId: count.countId }, body: { words: why.trim() } }
    if (!(await act(() => call(reverseActionCount, asking)))) return
    toast('撤回了，会告诉本人为什么')
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={`${count.person.displayName}·${whatWords(count)}`}
      line={`${count.pieces} × ${count.piecePoints} = ${count.points} 分`}
      foot={
        may ? (
          <Button
            size="l"
            grow
            tone="danger"
            busy={busy && '正在撤回…'}
            disabledBecause={why.trim() === '' && '写上为什么，本人会看到'}
            onPress={() => void reverse()}
          >
            撤回这一笔
          </Button>
        ) : undefined
      }
    >
      <Box className="sd-stack">
        {often ? (
          <Notice tone="warm" icon="eye">
            {`${often}，请看一眼`}
          </Notice>
        ) : null}
        <Facts
          facts={[
            { name: '哪一天的', value: words.fullDay(count.day) },
            { name: '在哪里', value: count.unitName },
            { name: '谁记的', value: `${count.byName}，${words.moment(count.countedAt)}` },
            { name: '规则', value: `第 ${count.policyVersion} 版` },
            ...(count.undone
              ? [{ name: '撤回', value: `${count.undone.byName}：${count.undone.words ?? '内容已删'}` }]
              : []),
          ]}
        />
        {may ? (
          <>
            <Field label="为什么撤回" placeholder="比如 记错人了" maxLength={100} value={why} onInput={setWhy} />
            <Box className="t-small sd-ink-2">没花掉的积分收回来；花掉的不用本人还，算县里的。</Box>
          </>
        ) : null}
      </Box>
    </Sheet>
  )
}
