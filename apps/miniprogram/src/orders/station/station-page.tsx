import { getStationPage, type StationPage as StationAnswer } from '@sidan/types/organisation'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { ActivityRow } from '../../shared/activities/activity-row.tsx'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { readSession } from '../../shared/session/session.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CallButton, dial } from '../../shared/ui/call-button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { setElder, useModes } from '../../shared/ui/modes.ts'
import { PageFoot } from '../../shared/ui/page-foot.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { Menu } from './menu.tsx'
import { MonthCard } from './month-card.tsx'

/** What opens when somebody scans the code on the wall: nothing to sign, nothing to fill. weapp brings `scene`, H5 `county` and `code`. */
export default function StationPage() {
  const { params } = useRouter()
  const [sceneCounty, sceneCode] = decodeURIComponent(params.scene ?? '').split('-')
  const county = params.county ?? sceneCounty ?? ''
  const code = params.code ?? sceneCode ?? ''
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getStationPage, { params: { countyId: county, code } as never }), [county, code]),
  )
  const { elder } = useModes()
  const station = value?.station
  return (
    <Screen
      title="实践站"
      load={{ value, failure, reload }}
      shapes={['head', 'rows', 'rows']}
      placesCall={Boolean(station)}
      bar={
        station && !elder ? (
          <BottomBar>
            <Button kind="outlined" icon="phone" dials={station.phone} onPress={() => dial(station.phone)}>
              问站里
            </Button>
            <Button kind="outlined" grow onPress={() => setElder(true)}>
              长辈版·字大些
            </Button>
          </BottomBar>
        ) : undefined
      }
      foot={
        value ? (
          <PageFoot
            organiser={value.county.organiser}
            filingNumber={value.county.filingNumber}
            onComplaint={() => go('feedback')}
          />
        ) : undefined
      }
    >
      {value && station ? <Opened page={value} county={county} elder={elder} /> : null}
    </Screen>
  )
}

function Opened({ page, county, elder }: { page: StationAnswer; county: string; elder: boolean }) {
  const { station } = page
  const [all, setAll] = useState(false)
  const open = station.openNow ? `今天开到 ${station.closesAt}` : `${station.opensAt}–${station.closesAt} 开门`
  const onDuty = station.onDutyName ? `${station.onDutyName}值班` : undefined
  return (
    <>
      <Subject
        drawing={!elder}
        tag={
          <Tag tone={station.openNow ? 'brand' : 'stone'} icon={station.openNow ? 'check-circle' : 'clock'}>
            {station.openNow ? '开放中' : '现在没开门'}
          </Tag>
        }
        title={station.name}
        line={[station.instituteName, open, onDuty].filter(Boolean).join('·')}
      />
      <Menu page={page} county={county} short={elder && !all} onAll={() => setAll(true)} />
      <SectionHead>这周站里有</SectionHead>
      {page.thisWeek.length === 0 ? (
        <Card>
          <Box className="sd-ink-2">这周还没有安排。</Box>
        </Card>
      ) : (
        <List>
          {page.thisWeek.map((activity) => (
            <ActivityRow key={activity.activityId} activity={activity} county={county} />
          ))}
        </List>
      )}
      {readSession() && page.thisWeek.length > 0 ? (
        <Button
          kind="text"
          icon="calendar"
          onPress={() => go('calendar', { kind: 'station', id: station.unitId, name: station.name })}
        >
          放进手机日历
        </Button>
      ) : null}
      <MonthCard county={county} unitId={station.unitId} />
      <Card>
        <Box className="t-small sd-ink-2">{`地址 ${station.address}`}</Box>
        {station.responsibleName ? (
          <Box className="t-small sd-ink-2">{`第一责任人 ${station.responsibleName}${station.responsibleRole ? `（${station.responsibleRole}）` : ''}`}</Box>
        ) : null}
      </Card>
      {elder ? (
        <CallButton
          title="打电话给站里"
          line={`${station.onDutyName ?? '站里'}接，到 ${station.closesAt}`}
          phone={station.phone}
        />
      ) : null}
    </>
  )
}
