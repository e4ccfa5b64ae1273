import { type ReactNode, useState } from 'react'
import { Box } from './box.tsx'
import { Button } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { SectionHead } from './section-head.tsx'

export interface ChartFrameProps {
  readonly title: string
  /** The finding in a sentence: 十一月比六月多了 472 张单. Read instead of the picture. */
  readonly finding: string
  /** Column heads and rows of the same numbers. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The picture; it says nothing by itself. */
  readonly children: ReactNode
  /** Time of the data: 40 秒前更新. */
  readonly asOf?: string
}

/** A sentence states the finding, the chart proves it, 看表格 gives the table. */
export function ChartFrame({ title, finding, columns, rows, children, asOf }: ChartFrameProps) {
  const [table, setTable] = useState(false)
  const turn = (
    <Button kind="text" size="s" onPress={() => setTable(!table)} label={table ? `看图，${title}` : `看表格，${title}`}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Box className="sd-chart">
      <SectionHead as="h3" aside={turn}>
        {title}
      </SectionHead>
      <Box className="sd-chart-finding">{finding}</Box>
      {table ? <DataTable caption={title} columns={columns} rows={rows} /> : <Box hidden>{children}</Box>}
      {asOf ? <Box className="sd-chart-time">{asOf}</Box> : null}
    </Box>
  )
}
