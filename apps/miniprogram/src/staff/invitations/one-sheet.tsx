import { getSheetImport, importSheet, type SheetImport, sheetCodesPath } from '@sidan/types/sheet-imports'
import { useEffect } from 'react'
import { call } from '../../shared/api/call.ts'
import { openFile } from '../../shared/api/files.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Progress } from '../../shared/ui/progress.tsx'
import { SheetErrors } from './sheet-errors.tsx'
import { sheetFaultWords, sheetStateWords } from './sheet-words.ts'

const going = new Set<SheetImport['state']>(['waiting', 'reading', 'issuing'])
const askEveryMs = 1000

interface OneSheetProps {
  readonly sheet: SheetImport
  readonly onChange: (sheet: SheetImport) => void
}

/** One sheet on its way: how far, what is wrong, the choice, and the codes. */
export function OneSheet({ sheet, onChange }: OneSheetProps) {
  const { importId, state } = sheet
  useEffect(() => {
    if (!going.has(state)) return
    const timer = setInterval(async () => {
      const now = await call(getSheetImport, { params: { importId } })
      if (now.ok) onChange(now.value)
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [importId, state, onChange])
  if (state === 'refused')
    return (
      <Notice tone="danger" icon="warn" title="这张表没收下" live="assertive">
        {sheetFaultWords(sheet)}
      </Notice>
    )
  return (
    <>
      <Card>
        <Box className="sd-stack">
          <Box className="t-title">{sheetStateWords(sheet)}</Box>
          {going.has(state) ? <HowFar sheet={sheet} /> : null}
          <Choice sheet={sheet} onChange={onChange} />
        </Box>
      </Card>
      {sheet.badCount > 0 && !going.has(state) ? <SheetErrors key={state} importId={importId} /> : null}
    </>
  )
}

function HowFar({ sheet: { doneCount, totalCount } }: { readonly sheet: SheetImport }) {
  const words = totalCount === 0 ? '正在打开表格' : `${totalCount} 行里办好了 ${doneCount} 行`
  return (
    <Progress
      label={words}
      parts={[{ name: '办好的', amount: doneCount, words: `${doneCount} 行` }]}
      whole={totalCount}
      below={[words, totalCount === 0 ? '' : `${totalCount}`]}
    />
  )
}

function Choice({ sheet, onChange }: OneSheetProps) {
  const { act, busy } = useAct()
  const { importId, goodCount, badCount, allowedActions } = sheet
  const choose = async (rows: 'all' | 'good') => {
    const next = await act(() => call(importSheet, { params: { importId }, body: { rows } }))
    if (next) onChange(next)
  }
  if (allowedActions.includes('hand-out'))
    return (
      <>
        <Box className="sd-ink-2">每个码只能用一次，七天内有效。表格和纸条可以再下、再打，码不变。</Box>
        <Button
          icon="download"
          busy={busy && '正在取…'}
          onPress={() => void act(() => openFile(sheetCodesPath(importId), '邀请码.xlsx'))}
        >
          下载邀请码表格
        </Button>
        <Button kind="outlined" icon="printer" onPress={() => go('invitationSlips', { sheet: importId })}>
          一人一张纸条
        </Button>
      </>
    )
  if (allowedActions.includes('import-all'))
    return (
      <Button busy={busy && '正在办…'} onPress={() => void choose('all')}>
        {`给这 ${goodCount} 位发邀请码`}
      </Button>
    )
  if (!allowedActions.includes('import-good')) return null
  return (
    <>
      <Box className="sd-ink-2">{`可以改好这 ${badCount} 行，整张再传；也可以先给没问题的发。`}</Box>
      <Button kind="outlined" busy={busy && '正在办…'} onPress={() => void choose('good')}>
        {`先给没问题的 ${goodCount} 位发`}
      </Button>
    </>
  )
}
