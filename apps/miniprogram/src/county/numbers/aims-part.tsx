import { listAffiliationNumbers } from '@sidan/types/affiliations'
import { type AimStanding, listAims } from '@sidan/types/aims'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { grouped } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { keptMe } from '../../shared/session/kept-me.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { MeterBar } from '../../shared/ui/meter-bar.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

const load = () => call(listAims)
const loadNumbers = () => call(listAffiliationNumbers)

const hiddenWords: Record<NonNullable<AimStanding['hidden']>, string> = {
  fewPeople: '不到 10 个人，不显示',
  notCounted: '还没汇总过，每月汇总一次',
  notMeasured: '县里还没填总数，算不出来',
}

/** 争取: each aim beside where the county stands, in sums alone (rules 28, 30). Nothing where the county has no aims. */
export function AimsPart() {
  const { value } = useLoad(load)
  const words = useWords()
  if (!value || value.items.length === 0) return null
  return (
    <>
      <Card>
        <SectionHead as="h3" {...(value.asOf ? { aside: `${words.ago(value.asOf)}汇总` } : {})}>
          {`${value.year} 年争取做到`}
        </SectionHead>
        <Box className="sd-stack">
          {value.items.map((aim) => (
            <Aim key={aim.code} aim={aim} />
          ))}
        </Box>
      </Card>
      {keptMe()?.roles.some(({ unit }) => unit.tier === 'center') ? <Departments /> : null}
    </>
  )
}

function Aim({ aim: { name, target, unit, value, hidden } }: { aim: AimStanding }) {
  return (
    <Box>
      <Box className="sd-between">
        <Box className="sd-strong">{name}</Box>
        <Box className="sd-ink-2">{`争取 ${target}${unit}`}</Box>
      </Box>
      {value === null ? (
        <Box className="t-small sd-ink-2">{hidden ? hiddenWords[hidden] : ''}</Box>
      ) : (
        <MeterBar
          label={`${name}，现在 ${value}${unit}`}
          lead="现在"
          amount={value}
          whole={unit === '%' ? 100 : target}
          word={`${value}${unit}`}
        />
      )}
    </Box>
  )
}

/** 双报到 by department, by code. What is not told is only counted, and looks the same whatever the reason. */
function Departments() {
  const { value } = useLoad(loadNumbers)
  if (!value?.asOf) return null
  const told = [
    { name: '合计', ...value.county },
    ...value.departments.map((one) => ({ ...one, name: one.department.name })),
  ]
  const hidden = value.departments.filter(({ registered }) => registered === null).length
  return (
    <Card>
      <SectionHead as="h3">双报到</SectionHead>
      <DataTable
        caption="双报到，按单位代码排"
        columns={['单位', '报到', `满 ${value.yearHours} 小时`]}
        rows={told.flatMap(({ name, registered, hoursPercent }) =>
          typeof registered === 'number' ? [[name, grouped(registered), `${hoursPercent ?? 0}%`]] : [],
        )}
      />
      <Box className="t-small sd-ink-2">
        {hidden > 0 ? `另外 ${hidden} 个单位不到 10 个人，不显示，人够多的时候合在一起算进合计。` : ''}
        不排名，谁没参加也列不出来。
      </Box>
    </Card>
  )
}
