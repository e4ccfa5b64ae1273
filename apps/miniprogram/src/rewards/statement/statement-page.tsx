import { confirmStatement, getStatement, statementSheetPath } from '@sidan/types/partner-statements'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { openFile } from '../../shared/api/files.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { grouped } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { yuanWords } from '../../shared/rewards/item-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { SumLines } from '../../shared/ui/sum-lines.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { stateLooks, wholeMonth } from '../partner/partner-words.ts'
import { SaySheet } from './say-sheet.tsx'

const said = { confirmed: '核对无误', disputed: '有异议', answered: '答复' } as const

/** One month's account: what was handed out and what came back, by thing, what it comes to, and what was said about it. */
export default function StatementPage() {
  const { statement: statementId = '' } = useRouter().params
  const load = useCallback(() => call(getStatement, { params: { statementId } as never }), [statementId])
  const { value, failure, reload } = useLoad(load)
  const [saying, setSaying] = useState<'dispute' | 'answer'>()
  const { act, busy } = useAct()
  const words = useWords()
  const may = (action: 'confirm' | 'dispute' | 'answer') => value?.allowedActions.includes(action)
  const confirm = async () => {
    if (!(await act(() => call(confirmStatement, { params: { statementId } as never })))) return
    toast('核对无误，记下了')
    await reload()
  }
  const sheet = () => openFile(statementSheetPath(statementId), `${value?.partnerName}${value?.month}对账单.xlsx`)
  return (
    <Screen title="对账单" load={{ value, failure, reload }} shapes={['head', 'card', 'rows']}>
      {value ? (
        <>
          <Subject
            title={`${value.partnerName}，${wholeMonth(value.month)}`}
            line="志愿者用积分换的，县里按说好的补给商家；积分不能换钱"
            tag={<Tag {...tagOf(value.state)}>{stateLooks[value.state].word}</Tag>}
          />
          <Card label="应付多少">
            <SumLines
              kind="plain"
              lines={value.items
                .map((item) => ({
                  words: `${item.title} ${yuanWords(item.feeFen)} × ${signedCount(item)}`,
                  figure: yuanWords(item.compensationFen),
                }))
                .concat(
                  value.adjustmentFen === 0
                    ? []
                    : [{ words: '答复异议时调整', figure: yuanWords(value.adjustmentFen) }],
                )}
              total={{ words: '应付', figure: yuanWords(value.compensationFen + value.adjustmentFen) }}
              rule={`收走积分 ${value.points} 分，和积分账一致`}
            />
          </Card>
          <DataTable
            caption="按东西"
            columns={['东西', '发出', '退回', '积分']}
            rows={value.items.map((item) => [
              item.title,
              String(item.handedOutCount),
              String(item.returnedCount),
              grouped(item.points),
            ])}
          />
          <Box className="sd-actions">
            {may('confirm') ? (
              <Button size="l" busy={busy && '正在记…'} onPress={() => void confirm()}>
                核对无误
              </Button>
            ) : null}
            {may('dispute') ? (
              <Button kind="outlined" onPress={() => setSaying('dispute')}>
                有异议
              </Button>
            ) : null}
            {may('answer') ? (
              <Button size="l" onPress={() => setSaying('answer')}>
                答复异议
              </Button>
            ) : null}
            <Button kind="text" icon="download" busy={busy && '正在取…'} onPress={() => void act(sheet)}>
              每一笔的表格
            </Button>
          </Box>
          {value.events.length > 0 ? (
            <>
              <SectionHead>说过的</SectionHead>
              <Timeline
                label="说过的"
                events={[...value.events].reverse().map((event) => ({
                  key: event.at,
                  what: `${event.byName}：${said[event.kind]}${event.adjustmentFen ? `，调整 ${yuanWords(event.adjustmentFen)}` : ''}`,
                  when: words.moment(event.at),
                  why: event.words ?? undefined,
                }))}
              />
            </>
          ) : null}
          {saying ? (
            <SaySheet statement={value} kind={saying} onClose={() => setSaying(undefined)} onDone={reload} />
          ) : null}
        </>
      ) : null}
    </Screen>
  )
}

const tagOf = (state: keyof typeof stateLooks) => ({ tone: stateLooks[state].tone, icon: stateLooks[state].icon })
/** 3, or 3−1 where one came back. */
const signedCount = ({ handedOutCount, returnedCount }: { handedOutCount: number; returnedCount: number }): string =>
  returnedCount === 0 ? String(handedOutCount) : `(${handedOutCount}−${returnedCount})`
