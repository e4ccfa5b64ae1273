import { createElement } from 'react'
import { Box } from './box.tsx'
import './data-table.css'

export interface DataTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** First cell names the row; the others are figures and stand at the right. */
  readonly rows: readonly (readonly string[])[]
}

/** Numbers as a table; on weapp each row is read as one sentence. */
export function DataTable(props: DataTableProps) {
  return process.env.TARO_ENV === 'h5' ? <BrowserTable {...props} /> : <PhoneTable {...props} />
}

function BrowserTable({ caption, columns, rows }: DataTableProps) {
  const head = columns.map((column) => createElement('th', { key: column, scope: 'col' }, column))
  const body = rows.map(([name = '', ...cells], row) =>
    createElement(
      'tr',
      { key: `${row} ${name}` },
      createElement('th', { scope: 'row' }, name),
      ...cells.map((cell, index) => createElement('td', { key: columns[index + 1] }, cell)),
    ),
  )
  return createElement(
    'table',
    { className: 'sd-table', 'aria-label': caption },
    createElement('thead', null, createElement('tr', null, head)),
    createElement('tbody', null, body),
  )
}

function PhoneTable({ columns, rows }: DataTableProps) {
  return (
    <Box>
      {[columns, ...rows].map((cells, row) => (
        <Box key={`${row} ${cells[0] ?? ''}`} className="sd-table-row" label={cells.join('，')}>
          {cells.map((cell, index) => (
            <Box key={columns[index] ?? cell} className="sd-table-cell">
              {cell}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  )
}
