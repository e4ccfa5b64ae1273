import { civilDay, civilTime } from '@sidan/types/civil'
import { formatShortCode } from '@sidan/types/short-codes'
import type { WrittenSheet } from '../../platform/sheets.ts'
import type { Line, readLines } from './reads.ts'

const states = { open: '待确认', confirmed: '已确认', disputed: '有异议' } as const
const yuan = (fen: number): number => fen / 100

/** The statement as a sheet: every line, then the sums by thing. Of people it names who handed out alone. */
export function renderStatement({ statement, lines }: Awaited<ReturnType<typeof readLines>>): WrittenSheet[] {
  const { partnerName, month, state, adjustmentFen, compensationFen } = statement
  const total = [statement.handedOutCount - statement.returnedCount, statement.points, yuan(compensationFen)]
  return [
    {
      name: '明细',
      head: ['日期', '时间', '券码', '东西', '件数', '积分', '补偿（元）', '经手'],
      rows: [...lines.map(rowOf), [`${partnerName} ${month} 合计`, '', '', '', ...total, states[state]]],
      widths: [26, 8, 12, 28, 8, 10, 12, 14],
    },
    {
      name: '按东西',
      head: ['东西', '每件积分', '每件补偿（元）', '发出', '退回', '积分', '补偿（元）'],
      rows: [
        ...statement.items.map((item) => [
          item.title,
          item.pricePoints,
          yuan(item.feeFen),
          item.handedOutCount,
          item.returnedCount,
          item.points,
          yuan(item.compensationFen),
        ]),
        ['合计', '', '', statement.handedOutCount, statement.returnedCount, statement.points, yuan(compensationFen)],
        ['调整', '', '', '', '', '', yuan(adjustmentFen)],
        ['应付', '', '', '', '', '', yuan(compensationFen + adjustmentFen)],
      ],
      widths: [28, 10, 14, 8, 8, 10, 12],
    },
  ]
}

const rowOf = ({ at, sign, code, title, points, feeFen, byName }: Line) => [
  civilDay(at),
  civilTime(at),
  formatShortCode(code),
  title,
  sign,
  sign * points,
  yuan(sign * feeFen),
  byName,
]
