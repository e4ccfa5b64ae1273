import { cardListPath, listCardHolders } from '@sidan/types/benefit-cards'
import { signColourWords } from '@sidan/types/benefits'
import type { ReplyOf } from '@sidan/types/endpoint'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { openFile } from '../../shared/api/files.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { grouped } from '../../shared/format/amount-words.ts'
import { monthWords } from '../../shared/format/day-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { MonthsLine } from '../months-line.tsx'

type Holders = ReplyOf<typeof listCardHolders>
interface Asked {
  benefit?: string
  period?: string
}

const loadOf = (asked: Asked) => (cursor?: string) => call(listCardHolders, { query: { ...asked, cursor, limit: 30 } })

/** 礼遇名单: who holds a card this month or year, for the county's keeper to pass on to whoever gives it. */
export default function BenefitListPage() {
  const [asked, setAsked] = useState<Asked>({})
  const { value, items, more, failure, reload } = usePages(useCallback(loadOf(asked), [asked]))
  const words = useWords()
  const none = failure?.code === 'not-found' && !asked.benefit
  return (
    <Screen title="礼遇名单" {...(none ? {} : { load: { value, failure, reload } })} shapes={['card', 'rows']}>
      {none ? <Empty>本县还没有要报名单的礼遇。</Empty> : null}
      {value ? (
        <>
          <ChoiceChips
            label="哪一项"
            value={value.benefit}
            choices={value.benefits.map(({ code, name }) => ({ value: code, word: name }))}
            onChoose={(benefit) => setAsked({ benefit })}
          />
          {value.period.length > 4 ? (
            <MonthsLine shown={value.period} onChoose={(period) => setAsked({ benefit: value.benefit, period })} />
          ) : null}
          <PassOn list={value} />
          {items.length === 0 ? <Empty>这一期还没有人开通。</Empty> : null}
          <List label="名单">
            {items.map((holder) => (
              <Row
                key={holder.cardId}
                title={holder.holderName}
                line={`${holder.volunteerNo}·${words.moment(holder.openedAt)}开通`}
              />
            ))}
          </List>
          <More onTap={more} />
        </>
      ) : null}
    </Screen>
  )
}

/** How many they are, whom the list is for, and the file. */
function PassOn({ list }: { readonly list: Holders }) {
  const { act, busy } = useAct()
  const { benefit, period, sign, totalCount } = list
  const chosen = list.benefits.find(({ code }) => code === benefit)
  const when = period.length > 4 ? monthWords(period) : `${period} 年`
  const path = `${cardListPath}?benefit=${benefit}&period=${period}`
  return (
    <Card>
      <Box className="sd-stack">
        <Subject
          size="title"
          title={`${when} ${grouped(totalCount)} 人`}
          line={chosen?.givenBy ? `交给${chosen.givenBy}` : '交给给礼遇的单位'}
        />
        {chosen?.kind === 'show' ? (
          <Box>{`今天的暗号：${sign.word}，${signColourWords[sign.colour]}色。表里有每天的，请发给司机。`}</Box>
        ) : null}
        <Button
          busy={busy && '正在做表…'}
          onPress={() => void act(() => openFile(path, `${chosen?.name ?? '礼遇'}${when}.xlsx`))}
        >
          导出名单
        </Button>
        <Box className="t-small sd-ink-2">
          {`只给${chosen?.kind === 'insurance' ? '姓名和编号' : '编号和称呼'}，每次导出都记下来。时长不够了、不用了、注销了的人不在里面。`}
        </Box>
      </Box>
    </Card>
  )
}
