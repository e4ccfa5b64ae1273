import { listMyPairings, listPairings, type PairingLine } from '@sidan/types/pairings'
import { call } from '../../shared/api/call.ts'
import { useLoad, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { isStaff, keptMe } from '../../shared/session/kept-me.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { pairingWords } from '../team-words.ts'

const loadMine = () => call(listMyPairings)
const loadAll = (cursor?: string) => call(listPairings, { query: { cursor, limit: 20 } })

/** 我结对的; for staff also those of their unit and what lies below it, whose visit is due first on top. */
export default function PairingsPage() {
  const { value, failure, reload } = useLoad(loadMine)
  const me = keptMe()
  const staff = me !== undefined && isStaff(me)
  return (
    <Screen title="结对" load={{ value, failure, reload }} shapes={['rows', 'rows']}>
      {value && value.items.length === 0 && !staff ? <Empty>您还没有结对。愿意常去看看谁，跟站里说一声。</Empty> : null}
      {value && value.items.length > 0 ? <SectionHead>我结对的</SectionHead> : null}
      <Lines items={value?.items ?? []} />
      {staff ? <OfUnit /> : null}
    </Screen>
  )
}

function OfUnit() {
  const { items, more } = usePages(loadAll)
  return (
    <>
      <SectionHead aside={items.length === 0 ? '还没有' : ''}>我们这里的</SectionHead>
      <Lines items={items} />
      <More onTap={more} />
      <Button kind="outlined" icon="people" onPress={() => go('pair')}>
        结一对
      </Button>
    </>
  )
}

function Lines({ items }: { readonly items: readonly PairingLine[] }) {
  const words = useWords()
  const me = keptMe()?.personId
  const line = (one: PairingLine) =>
    one.state === 'asked'
      ? pairingWords.asked
      : `每 ${one.everyDays} 天一次，${one.overdue ? '过了日子：' : '下次'}${words.day(one.nextVisitOn)}`
  return (
    <List indented>
      {items.map((one) => (
        <Row
          key={one.pairingId}
          lead={<IconTile icon={one.overdue ? 'warn' : 'people'} tone={one.overdue ? 'brand' : 'plain'} />}
          title={
            one.volunteer.personId === me ? one.householdName : `${one.volunteer.displayName}和${one.householdName}`
          }
          line={line(one)}
          onOpen={() => go('pairing', { pairing: one.pairingId })}
        />
      ))}
    </List>
  )
}
