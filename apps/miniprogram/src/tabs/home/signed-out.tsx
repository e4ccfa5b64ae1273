import { listCounties } from '@sidan/types/organisation'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Mark } from '../../shared/ui/mark.tsx'
import { useModes } from '../../shared/ui/modes.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { ElderEntry } from './elder-entry.tsx'
import { ScanEntry } from './scan-entry.tsx'

const loadCounties = () => call(listCounties)

/** Before signing in: what this is, the counties, and the code on the wall. */
export function SignedOut() {
  const { value, failure, reload } = useLoad(loadCounties)
  const { elder } = useModes()
  return (
    <Screen
      title="四单"
      back="none"
      load={{ value, failure, reload }}
      notice={
        value?.demo ? (
          <Notice tone="warm" icon="info" title="这是演示">
            里面的人都是编的，不要填真的资料
          </Notice>
        ) : undefined
      }
    >
      <Subject title="要帮忙，点一单" line="点单·派单·接单·评单，都在这里" lead={<Mark />} />
      <ScanEntry />
      <SectionHead>您在哪里</SectionHead>
      <List>
        {value?.items.map((county) => (
          <Row
            key={county.countyId}
            icon="pin"
            weight="strong"
            title={county.name}
            line={county.organiser}
            onOpen={() => go('signIn', { county: String(county.countyId) })}
          />
        ))}
      </List>
      {value?.items.map((county) => (
        <Button
          key={county.countyId}
          kind="text"
          onPress={() => go('findStation', { county: String(county.countyId) })}
        >
          {`先看看${county.name}的站里有什么`}
        </Button>
      ))}
      {elder ? null : (
        <Box className="sd-stack">
          <ElderEntry />
        </Box>
      )}
    </Screen>
  )
}
