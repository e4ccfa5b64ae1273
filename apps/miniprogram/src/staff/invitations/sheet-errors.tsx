import { listSheetErrors } from '@sidan/types/sheet-imports'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { More } from '../../shared/screen/more.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { cellWords } from './sheet-words.ts'

/** What is wrong, cell by cell. */
export function SheetErrors({ importId }: { readonly importId: string }) {
  const list = usePages(
    useCallback(
      (cursor?: string) => call(listSheetErrors, { params: { importId } as never, query: { cursor, limit: 50 } }),
      [importId],
    ),
  )
  return (
    <>
      <SectionHead>要改的格子</SectionHead>
      <List>
        {list.items.map((error) => (
          <Row
            key={`${error.cell} ${error.fault}`}
            icon="warn"
            title={cellWords(error)}
            line={error.found === '' ? undefined : `现在写的：${error.found}`}
          />
        ))}
      </List>
      <More onTap={list.more} />
    </>
  )
}
