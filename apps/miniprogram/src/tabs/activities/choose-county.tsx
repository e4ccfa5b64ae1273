import { listCounties } from '@sidan/types/organisation'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

const loadCounties = () => call(listCounties)

/** Where to look, for who has not been here before; nothing needs signing in. */
export function ChooseCounty({ onChoose }: { readonly onChoose: (countyId: number) => void }) {
  const { value, failure, reload } = useLoad(loadCounties)
  return (
    <Screen title="活动" back="none" load={{ value, failure, reload }} tabs={<Tabs current="activities" />}>
      <Subject title="您想看哪里的活动" line="不登录也看得到，想报名了再登录" />
      <List>
        {value?.items.map((county) => (
          <Row
            key={county.countyId}
            icon="pin"
            weight="strong"
            title={county.name}
            line={county.organiser}
            onOpen={() => onChoose(county.countyId)}
          />
        ))}
      </List>
    </Screen>
  )
}
