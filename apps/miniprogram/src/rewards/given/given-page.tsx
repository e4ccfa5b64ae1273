import { type Given, listGivenAtPartner, listGivenAtUnit } from '@sidan/types/voucher-returns'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { ReturnSheet } from './return-sheet.tsx'

/** 发出去的: what a place handed out in the last seven days, by whom, and what came back. */
export default function GivenPage() {
  const { unit, partner, name = '' } = useRouter().params
  const load = useCallback(
    (cursor?: string) =>
      partner
        ? call(listGivenAtPartner, { params: { partnerId: partner } as never, query: { cursor, limit: 20 } })
        : call(listGivenAtUnit, { params: { unitId: unit ?? '' } as never, query: { cursor, limit: 20 } }),
    [unit, partner],
  )
  const { value, items, failure, reload, more } = usePages(load)
  const [wanted, setWanted] = useState<Given>()
  const words = useWords()
  const lineOf = ({ holderName, byName, usedAt, returnedAt, returnWords }: Given) =>
    returnedAt
      ? `${holderName}·${words.moment(returnedAt)}退货：${returnWords ?? ''}`
      : `${holderName}·${words.moment(usedAt)}·${byName}发的`
  return (
    <Screen title="发出去的" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      {value ? (
        <>
          <Subject
            title={decodeURIComponent(name)}
            line={`今天发出 ${value.todayCount} 件·${value.todayPoints} 分。七天内可以退货`}
          />
          {items.length === 0 ? <Empty>这七天还没发出东西。</Empty> : null}
          <List indented label="发出去的">
            {items.map((given) => (
              <Row
                key={`${given.redemptionId} ${given.usedAt}`}
                lead={<IconTile icon={iconOf(given.icon)} tone="plain" />}
                title={`${given.title}·${given.pricePoints} 分`}
                line={lineOf(given)}
                action={
                  given.allowedActions.includes('return') ? (
                    <Button
                      size="s"
                      kind="outlined"
                      label={`退货，${given.holderName}的${given.title}`}
                      onPress={() => setWanted(given)}
                    >
                      退货
                    </Button>
                  ) : undefined
                }
              />
            ))}
          </List>
          <More onTap={more} />
          {wanted ? <ReturnSheet given={wanted} onClose={() => setWanted(undefined)} onDone={reload} /> : null}
        </>
      ) : null}
    </Screen>
  )
}
