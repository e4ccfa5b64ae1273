import type { Me } from '@sidan/types/people'
import { useLoad } from '../../shared/api/use-load.ts'
import { greetingWords } from '../../shared/format/time-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { CallStation } from '../../shared/screen/call-station.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { useModes } from '../../shared/ui/modes.ts'
import { PageFoot } from '../../shared/ui/page-foot.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { doorsOf } from './doors.ts'
import { ElderEntry } from './elder-entry.tsx'
import { NextThing } from './next-thing.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { ScanEntry } from './scan-entry.tsx'

/** What happens next, the one big button, then what else this person may do; in elder mode nothing but the first two and the call button. */
export function SignedIn() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const { elder } = useModes()
  const order = (known: Me) =>
    known.homeStation
      ? go('station', { county: String(known.countyId), code: known.homeStation.shortCode })
      : go('findStation', { county: String(known.countyId) })
  const greeting = me ? `${me.displayName}，${greetingWords(new Date().toISOString())}` : ''
  return (
    <Screen
      title={me?.homeStation?.name ?? me?.county.name ?? '四单'}
      back="none"
      placesCall
      load={{ value: me, failure, reload }}
      shapes={['head', 'slip', 'rows']}
      tabs={<Tabs current="home" />}
      foot={
        me ? (
          <PageFoot
            organiser={me.county.organiser}
            filingNumber={me.county.filingNumber}
            onComplaint={() => go('feedback')}
          />
        ) : undefined
      }
    >
      {me ? (
        <>
          <Subject title={greeting} end={elder ? <ReadAloud /> : undefined} />
          <NextThing me={me} />
          <Button size="l" icon="receipt" onPress={() => order(me)}>
            我要点单
          </Button>
          {elder ? <CallStation /> : null}
          <List>
            {doorsOf(me)
              .filter((door) => (elder ? door.inElder : !door.elderOnly))
              .map((door) => (
                <Row
                  key={door.page}
                  icon={door.icon}
                  title={door.word}
                  value={door.value}
                  onOpen={() => go(door.page)}
                />
              ))}
          </List>
          {elder ? null : (
            <>
              <ScanEntry />
              <CallStation />
              <ElderEntry />
            </>
          )}
        </>
      ) : null}
    </Screen>
  )
}
