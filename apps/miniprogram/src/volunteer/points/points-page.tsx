import { getBalances, listPoints, type PointsEntry } from '@sidan/types/ledger'
import { call } from '../../shared/api/call.ts'
import { useLoad, usePages } from '../../shared/api/use-load.ts'
import { signed } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { transferWords } from '../transfer-words.ts'

const load = (cursor?: string) => call(listPoints, { query: { cursor, limit: 50 } })

/** 积分来去: every movement with its reason and what was left after it; the total is the last line's. */
export default function PointsPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const words = useWords()
  return (
    <Screen title="积分来去" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      <Stat kind="points" coloured before="可用" parts={[{ figure: String(value?.totalPoints ?? 0), unit: '分' }]} />
      <Owed />
      {items.length === 0 ? (
        <Empty>还没有积分。做一次志愿服务，审核通过就有。</Empty>
      ) : (
        <List label="积分来去">
          {items.map((entry) => (
            <Row
              key={entry.transferId}
              title={`${reasonWords(entry)}·${entry.about}`}
              line={[
                countedWords(entry),
                `${words.moment(entry.happenedAt)}·剩 ${entry.balancePoints} 分`,
                entry.expiresOn && `有效到 ${entry.expiresOn}`,
              ]
                .filter(Boolean)
                .join('·')}
              value={<Box className="sd-points">{signed(entry.amountPoints)}</Box>}
              onOpen={opens(entry)}
            />
          ))}
        </List>
      )}
      <More onTap={more} />
    </Screen>
  )
}

const loadBalances = () => call(getBalances)

/** What is to be paid first, and the way to why. */
function Owed() {
  const { value } = useLoad(loadBalances)
  if (!value || value.owedPoints === 0) return null
  return (
    <Notice
      tone="info"
      icon="info"
      title={`欠 ${value.owedPoints} 分，以后挣的先还`}
      aside={
        <Button kind="text" onPress={() => go('decisions')}>
          为什么
        </Button>
      }
    >
      时长、星级和证明不受影响
    </Notice>
  )
}

function opens({ recordId }: PointsEntry): (() => void) | undefined {
  return recordId ? () => go('why', { record: recordId }) : undefined
}

/** A counting is taken back, never put right. */
const reasonWords = ({ action, reason }: PointsEntry): string =>
  action && reason === 'reversal' ? '撤回' : transferWords[reason]

/** 3 件 × 2 分·城畈社区实践站记的·规则第 1 版: why it is as many. */
function countedWords({ action, reason, policyVersion }: PointsEntry): string | null {
  if (action === null) return null
  const sum = `${action.pieces} ${action.measure} × ${action.piecePoints} 分·${action.unitName}记的`
  return reason === 'reversal' ? `${sum}·撤回了：${action.undoneWords ?? ''}` : `${sum}·规则第 ${policyVersion} 版`
}
