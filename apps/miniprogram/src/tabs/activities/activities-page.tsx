import { useState } from 'react'
import { ActivityRow } from '../../shared/activities/activity-row.tsx'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { countyHere, keepCounty, readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { useModes } from '../../shared/ui/modes.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { ChooseCounty } from './choose-county.tsx'
import { FilterChips } from './filter-chips.tsx'
import { noFilters, useFind } from './use-find.ts'

/** 活动: what one's own station offers this week, then everything there is to do, the nearest first. Signed in or not. */
export default function ActivitiesPage() {
  const [county, setCounty] = useState(countyHere)
  const choose = (countyId: number) => {
    keepCounty(countyId)
    setCounty(String(countyId))
  }
  return county === '' ? (
    <ChooseCounty onChoose={choose} />
  ) : (
    <Found county={county} {...(readSession() ? {} : { onElsewhere: () => setCounty('') })} />
  )
}

function Found({ county, onElsewhere }: { readonly county: string; readonly onElsewhere?: () => void }) {
  const found = useFind(county)
  const { elder } = useModes()
  const { value, failure, reload, items, filtered } = found
  return (
    <Screen
      title="活动"
      back="none"
      load={{ value, failure, reload }}
      shapes={['rows', 'rows']}
      notice={found.stale ? <Kept /> : undefined}
      tabs={<Tabs current="activities" />}
    >
      {filtered ? null : <AtHome found={found} county={county} />}
      <SectionHead aside="近的在前">找点事做</SectionHead>
      {elder ? null : <FilterChips county={county} filters={found.filters} onChange={found.change} />}
      {items.length === 0 ? <Nothing filtered={filtered} onAll={() => found.change(noFilters)} /> : null}
      <List label="找点事做">
        {items.map((activity) => (
          <ActivityRow key={activity.activityId} activity={activity} county={county} withUnit />
        ))}
      </List>
      <More onTap={found.more} />
      {onElsewhere ? (
        <Button kind="text" onPress={onElsewhere}>
          看别的地方
        </Button>
      ) : null}
    </Screen>
  )
}

function Kept() {
  return (
    <Notice tone="stone" icon="offline" title="没有信号">
      看到的是上次的样子，有网会自己更新
    </Notice>
  )
}

function AtHome({ found, county }: { readonly found: ReturnType<typeof useFind>; readonly county: string }) {
  if (!found.home) return null
  return (
    <>
      <SectionHead aside={shortUnit(found.home.name)}>这周站里有</SectionHead>
      {found.atHome.length === 0 ? (
        <Card>
          <Box className="sd-ink-2">这周站里还没有安排，看看别处的。</Box>
        </Card>
      ) : (
        <List label="这周站里有">
          {found.atHome.map((activity) => (
            <ActivityRow key={activity.activityId} activity={activity} county={county} />
          ))}
        </List>
      )}
    </>
  )
}

function Nothing({ filtered, onAll }: { readonly filtered: boolean; readonly onAll: () => void }) {
  if (!filtered) return <Empty>这四周附近没有别的活动了。有了新的，这里会看到。</Empty>
  return (
    <Empty
      action={
        <Button kind="soft" onPress={onAll}>
          看全部
        </Button>
      }
    >
      没有合您这些要求的，放宽一点看看。
    </Empty>
  )
}
