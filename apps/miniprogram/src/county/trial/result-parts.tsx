import type { PointsTrial } from '@sidan/types/points-trials'
import { grouped, signed } from '../../shared/format/amount-words.ts'
import { monthWords } from '../../shared/format/day-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

/** What the month gave, and what it would have given. */
export function SumCard({ trial, changes }: { readonly trial: PointsTrial; readonly changes: readonly string[] }) {
  const words = useWords()
  const { month, beforePoints, afterPoints, records, people, creditedVersions, lastDay } = trial
  const given = `${monthWords(month)}给了 ${grouped(beforePoints)} 分`
  const versions = creditedVersions.length > 1 ? '·中间改过规则，各条按当时的算' : ''
  const counted = `${grouped(records)} 条审过的记录，${grouped(people.gain + people.lose + people.same)} 人${versions}`
  if (changes.length === 0)
    return (
      <Card>
        <Subject size="title" title={given} line={counted} />
      </Card>
    )
  const facts = [
    { name: '会多的', value: `${grouped(people.gain)} 人` },
    { name: '会少的', value: `${grouped(people.lose)} 人` },
    { name: '不变的', value: `${grouped(people.same)} 人` },
  ]
  return (
    <Card>
      <Box className="sd-stack">
        <Subject
          size="title"
          title={sentence(beforePoints, afterPoints)}
          line={`${given}，换了是 ${grouped(afterPoints)} 分·${counted}`}
        />
        <Facts facts={facts} />
        <Box className="t-small sd-ink-2">{`改了：${changes.join('，')}`}</Box>
        {lastDay.present === lastDay.tried ? null : (
          <Box className="t-small sd-ink-2">
            {`月底给的分，现在能用到${words.date(lastDay.present)}，换了能用到${words.date(lastDay.tried)}`}
          </Box>
        )}
      </Box>
    </Card>
  )
}

function sentence(before: number, after: number): string {
  if (before === after) return '换成这样，一共还是这么多'
  return `换成这样，一共${after > before ? '多' : '少'}给 ${grouped(Math.abs(after - before))} 分`
}

/** Those whose points would change most, on either side. */
export function PeoplePart({ trial: { gaining, losing, people } }: { readonly trial: PointsTrial }) {
  return (
    <>
      <PeopleList title="多得最多的几位" changed={gaining} all={people.gain} />
      <PeopleList title="少得最多的几位" changed={losing} all={people.lose} />
    </>
  )
}

interface PeopleListProps {
  readonly title: string
  readonly changed: PointsTrial['gaining']
  readonly all: number
}

function PeopleList({ title, changed, all }: PeopleListProps) {
  if (changed.length === 0) return null
  return (
    <>
      <SectionHead {...(all > changed.length ? { aside: `共 ${grouped(all)} 人，只列 ${changed.length} 位` } : {})}>
        {title}
      </SectionHead>
      <List label={title}>
        {changed.map(({ personId, name, homeStationName, beforePoints, afterPoints }) => (
          <Row
            key={personId}
            title={name}
            line={`${grouped(beforePoints)} → ${grouped(afterPoints)} 分${homeStationName ? `·${homeStationName}` : ''}`}
            value={<Box className="sd-points">{signed(afterPoints - beforePoints)}</Box>}
          />
        ))}
      </List>
    </>
  )
}

/** By platform, those with service in the month. */
export function PlatformsCard({ trial, tries }: { readonly trial: PointsTrial; readonly tries: boolean }) {
  const served = trial.platforms.filter(({ beforePoints, afterPoints }) => beforePoints + afterPoints > 0)
  if (served.length === 0) return null
  return (
    <Card>
      <SectionHead as="h3">各平台</SectionHead>
      <DataTable
        caption="各平台的积分"
        columns={tries ? ['平台', '给了', '换了是'] : ['平台', '给了']}
        rows={served.map(({ code, name, beforePoints, afterPoints }) => [
          name ?? code ?? '不分平台',
          grouped(beforePoints),
          ...(tries ? [grouped(afterPoints)] : []),
        ])}
      />
    </Card>
  )
}
