import { listSheetImports, type SheetImport, sheetTemplatePath } from '@sidan/types/sheet-imports'
import { useCallback, useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { openFile } from '../../shared/api/files.ts'
import { pickSheet, uploadSheet } from '../../shared/api/sheets.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { OneSheet } from './one-sheet.tsx'
import { sheetStateWords } from './sheet-words.ts'

/** 批量邀请: fill the template, send it, see what is wrong by cell, choose, and hand the codes out. */
export default function InvitationsPage() {
  const [chosen, setChosen] = useState<SheetImport>()
  const list = usePages(useCallback((cursor?: string) => call(listSheetImports, { query: { cursor } }), []))
  const words = useWords()
  const back = () => {
    setChosen(undefined)
    void list.reload()
  }
  if (chosen)
    return (
      <Screen title="批量邀请" back={back}>
        <OneSheet sheet={chosen} onChange={setChosen} />
      </Screen>
    )
  return (
    <Screen title="批量邀请" load={list}>
      <Steps onSent={setChosen} />
      {list.items.length > 0 ? <SectionHead>传过的表格</SectionHead> : null}
      <List>
        {list.items.map((sheet) => (
          <Row
            key={sheet.importId}
            icon="document"
            title={sheetStateWords(sheet)}
            line={words.moment(sheet.uploadedAt)}
            onOpen={() => setChosen(sheet)}
          />
        ))}
      </List>
      <More onTap={list.more} />
    </Screen>
  )
}

function Steps({ onSent }: { readonly onSent: (sheet: SheetImport) => void }) {
  const template = useAct()
  const upload = useAct()
  const send = async () => {
    const picked = await pickSheet()
    if (picked === undefined) return
    const key = newKey()
    const sheet = await upload.act(() => uploadSheet(picked, key))
    if (sheet) onSent(sheet)
  }
  return (
    <>
      <Card>
        <Box className="sd-stack">
          <SectionHead>一 下载表格</SectionHead>
          <Box className="sd-ink-2">您管的单位都列好了，只要填“姓氏称呼”和“角色”。空着的行不算。</Box>
          <Button
            kind="outlined"
            icon="download"
            busy={template.busy && '正在取…'}
            onPress={() => void template.act(() => openFile(sheetTemplatePath, '邀请名单.xlsx'))}
          >
            下载表格
          </Button>
        </Box>
      </Card>
      <Card>
        <Box className="sd-stack">
          <SectionHead>二 传上来</SectionHead>
          <Box className="sd-ink-2">先读一遍，哪一格不对会告诉您；您点了才发邀请码。</Box>
          <Button icon="document" busy={upload.busy && '正在传…'} onPress={() => void send()}>
            选填好的表格
          </Button>
        </Box>
      </Card>
    </>
  )
}
