import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { WhenPart } from '../when-part.tsx'
import { missingOf, missingToKeep, missingToRewrite } from './draft.ts'
import { OpeningsPart } from './openings-part.tsx'
import { type Desk, loadDesk, useWriting, type Writing } from './use-writing.ts'
import { WordsPart } from './words-part.tsx'
import { weekChoices } from './write-words.ts'

/** Writes an activity, or rewrites what one says. Everything has a default; what is missing is said in words. */
export default function WritePage() {
  const { activity = '' } = useRouter().params
  const load = useLoad(useCallback(() => loadDesk(activity), [activity]))
  const title = activity === '' ? '写一个活动' : '改文字'
  if (load.value) return <Form title={title} desk={load.value} />
  return (
    <Screen title={title} load={load} shapes={['card', 'card']}>
      {null}
    </Screen>
  )
}

function Form({ title, desk }: { readonly title: string; readonly desk: Desk }) {
  const writing = useWriting(desk)
  const { draft, change } = writing
  if (!desk.activity && desk.sources.length === 0)
    return (
      <Screen title={title}>
        <Empty>写活动的是站里的工作人员和带队的人。</Empty>
      </Screen>
    )
  return (
    <Screen title={title} bar={desk.activity ? <RewriteBar writing={writing} /> : <KeepBar writing={writing} />}>
      {desk.activity ? null : <Beginning desk={desk} writing={writing} />}
      <WordsPart draft={draft} named={desk.named} onChange={change} />
      {desk.activity ? null : (
        <>
          <SectionHead>什么时候</SectionHead>
          <Card>
            <Box className="sd-stack">
              <WhenPart value={draft.time} onChange={(part) => change({ time: { ...draft.time, ...part } })} />
              <SectionHead as="h3">几次</SectionHead>
              <ChoiceChips
                label="几次"
                layout="four"
                value={String(draft.weeks)}
                choices={weekChoices}
                onChoose={(weeks) => change({ weeks: Number(weeks) })}
              />
            </Box>
          </Card>
          <OpeningsPart draft={draft} named={desk.named} onChange={change} />
        </>
      )}
    </Screen>
  )
}

/** In whose name, and after which former one. */
function Beginning({ desk, writing }: { readonly desk: Desk; readonly writing: Writing }) {
  const keyOf = (source: Desk['sources'][number]) => `${source.unitId} ${source.teamId ?? ''}`
  return (
    <>
      {desk.sources.length > 1 ? (
        <>
          <SectionHead>谁来办</SectionHead>
          <ChoiceChips
            label="谁来办"
            value={writing.source ? keyOf(writing.source) : null}
            choices={desk.sources.map((source) => ({ value: keyOf(source), word: source.name }))}
            onChoose={(key) => writing.setSource(desk.sources.find((source) => keyOf(source) === key))}
          />
        </>
      ) : null}
      {desk.lately.length > 0 ? (
        <>
          <SectionHead aside="填好了再改">照办过的写</SectionHead>
          <List label="照办过的写">
            {desk.lately.map(({ activityId, title }) => (
              <Row
                key={activityId}
                icon="two-sheets"
                title={title}
                label={`照着写，${title}`}
                onOpen={() => void writing.after(activityId)}
              />
            ))}
          </List>
        </>
      ) : null}
    </>
  )
}

function KeepBar({ writing }: { readonly writing: Writing }) {
  const { draft, busy } = writing
  return (
    <BottomBar>
      {missingToKeep(draft, new Date()) === false ? (
        <Button kind="outlined" size="l" onPress={() => void writing.keep(false)}>
          存草稿
        </Button>
      ) : null}
      <Button
        size="l"
        grow
        busy={busy && '正在发布…'}
        disabledBecause={missingOf(draft, new Date())}
        onPress={() => void writing.keep(true)}
      >
        发布
      </Button>
    </BottomBar>
  )
}

function RewriteBar({ writing }: { readonly writing: Writing }) {
  return (
    <BottomBar note="报了名的人会收到，看看新的安排">
      <Button
        size="l"
        grow
        busy={writing.busy && '正在改…'}
        disabledBecause={missingToRewrite(writing.draft)}
        onPress={() => void writing.rewrite()}
      >
        改好了
      </Button>
    </BottomBar>
  )
}
