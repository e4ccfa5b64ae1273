import { listUnits } from '@sidan/types/organisation'
import { saveContact } from '@sidan/types/people'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go, goBack } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { readCounty, readSession } from '../../shared/session/session.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface Step {
  readonly id: string
  readonly name: string
}

/** The way to a station without a code on the wall: township, then village, in the order of their administrative codes. */
export default function FindStationPage() {
  const { params } = useRouter()
  const county = params.county || String(readSession()?.countyId ?? readCounty() ?? '')
  const [path, setPath] = useState<readonly Step[]>([])
  const [wanted, setWanted] = useState('')
  const parent = path[path.length - 1]
  const load = useLoad(
    useCallback(
      () =>
        call(listUnits, {
          params: { countyId: county } as never,
          query: (parent ? { parentId: parent.id } : {}) as never,
        }),
      [county, parent],
    ),
  )
  const { act } = useAct()
  const items = load.value?.items.filter((unit) => unit.name.includes(wanted.trim())) ?? []
  const choose = async (unit: (typeof items)[number]) => {
    if (unit.childCount > 0) {
      setWanted('')
      return setPath([...path, { id: unit.unitId, name: unit.name }])
    }
    if (params.home !== '1') return go('station', { county, code: unit.shortCode ?? '' })
    if (!(await act(() => call(saveContact, { body: { homeStationId: unit.unitId } })))) return
    toast(`${unit.name}，记下了`)
    goBack()
  }
  return (
    <Screen
      title={parent?.name ?? '找站'}
      load={load}
      shapes={['rows', 'rows']}
      back={parent ? () => setPath(path.slice(0, -1)) : 'auto'}
    >
      <Field
        kind="search"
        icon="search"
        label="找一找"
        labelHidden
        placeholder="名字里的字"
        value={wanted}
        onInput={setWanted}
      />
      {items.length === 0 ? (
        <Empty
          action={
            wanted ? (
              <Button kind="soft" onPress={() => setWanted('')}>
                看全部
              </Button>
            ) : undefined
          }
        >
          没有这个名字的。
        </Empty>
      ) : (
        <List>
          {items.map((unit) => (
            <Row
              key={unit.unitId}
              icon={unit.childCount > 0 ? 'pin' : 'home'}
              title={unit.name}
              line={unit.childCount > 0 ? `${unit.childCount} 个站` : undefined}
              onOpen={unit.childCount > 0 || unit.shortCode ? () => void choose(unit) : undefined}
            />
          ))}
        </List>
      )}
    </Screen>
  )
}
