import { listUnits, type UnitRef } from '@sidan/types/organisation'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

interface UnitListProps {
  /** The departments; or down the tiers to a station. */
  readonly kind: 'departments' | 'tiers'
  readonly county: string
  readonly onClose: () => void
  readonly onChoose: (unit: UnitRef) => void
}

/** One unit of the county, by code, found by a word of its name. */
export function UnitList({ kind, county, onClose, onChoose }: UnitListProps) {
  const [within, setWithin] = useState<UnitRef>()
  const [wanted, setWanted] = useState('')
  const { value, failure, reload } = useLoad(
    useCallback(
      () =>
        call(listUnits, {
          params: { countyId: county } as never,
          query: within ? { parentId: within.unitId } : { kind },
        }),
      [county, kind, within],
    ),
  )
  const found = value?.items.filter(({ name }) => name.includes(wanted.trim())) ?? []
  return (
    <>
      <SectionHead>{kind === 'departments' ? '选上班的单位' : (within?.name ?? '选住的地方')}</SectionHead>
      <Field
        kind="search"
        icon="search"
        label="找一找"
        labelHidden
        placeholder="名字里的字"
        value={wanted}
        onInput={setWanted}
      />
      {failure ? (
        <Button kind="soft" onPress={() => void reload()}>
          {`${problemText(failure)}，再试一次`}
        </Button>
      ) : !value ? (
        <Skeleton shapes={['rows']} />
      ) : found.length === 0 ? (
        <Box className="sd-ink-2">没有这个名字的。</Box>
      ) : (
        <List>
          {found.map(({ unitId, name, tier, childCount }) => (
            <Row
              key={unitId}
              title={name}
              line={childCount > 0 ? `${childCount} 个站` : undefined}
              onOpen={() => {
                if (childCount === 0) return onChoose({ unitId, name, tier })
                setWanted('')
                setWithin({ unitId, name, tier })
              }}
            />
          ))}
        </List>
      )}
      <Button kind="outlined" onPress={() => (within ? setWithin(undefined) : onClose())}>
        {within ? '回上一层' : '先不选'}
      </Button>
    </>
  )
}
