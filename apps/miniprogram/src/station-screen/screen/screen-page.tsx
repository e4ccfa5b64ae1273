import type { CountyId } from '@sidan/types/ids'
import { listCounties } from '@sidan/types/organisation'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { useAwake } from '../../shared/codes/use-awake.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Gone } from './gone.tsx'
import { keepPage } from './keep-page.ts'
import { Pairing } from './pairing.tsx'
import { useScreen } from './use-screen.ts'
import { Wall } from './wall.tsx'

/** 站里的屏: any old tablet or TV shows the rotating code of its station, once the keeper has confirmed it on the phone. Nobody signs in here. */
export default function ScreenPage() {
  const { county } = useRouter().params
  const { stage, failure, begin, ask } = useScreen(county ? (Number(county) as CountyId) : undefined)
  const well = stage.is === 'shown' && failure === undefined
  useAwake()
  useEffect(() => {
    if (well) void keepPage()
  }, [well])
  if (stage.is === 'choosing') return <Choosing onChoose={begin} />
  if (stage.is === 'gone') return <Gone onAgain={() => begin(stage.countyId)} />
  if (stage.is === 'shown') return <Wall shown={stage} failure={failure} onMoved={ask} />
  return <Pairing shortCode={stage.is === 'pairing' ? stage.shortCode : undefined} failure={failure} />
}

const loadCounties = () => call(listCounties)

/** Which county; of one alone there is nothing to choose. */
function Choosing({ onChoose }: { readonly onChoose: (countyId: CountyId) => void }) {
  const { value, failure, reload } = useLoad(loadCounties)
  const only = value?.items.length === 1 ? value.items[0]?.countyId : undefined
  useEffect(() => {
    if (only !== undefined) onChoose(only)
  }, [only, onChoose])
  return (
    <Screen title="站里的屏" back="none" load={{ value, failure, reload }}>
      <Subject title="这块屏在哪里" line="选好了，屏上会有一个码，请专管员在手机上确认" />
      <List>
        {value?.items.map(({ countyId, name, organiser }) => (
          <Row
            key={countyId}
            icon="pin"
            weight="strong"
            title={name}
            line={organiser}
            onOpen={() => onChoose(countyId)}
          />
        ))}
      </List>
    </Screen>
  )
}
