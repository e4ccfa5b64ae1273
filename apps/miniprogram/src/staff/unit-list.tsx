import type { UnitRef } from '@sidan/types/organisation'
import { useState } from 'react'
import { Field } from '../shared/ui/field.tsx'
import { List } from '../shared/ui/list.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import type { useUnitTree } from './use-unit-tree.ts'

const searchFrom = 12

/** The units below the one that is looked at, by administrative code; many of them can be searched. */
export function UnitList({ tree }: { readonly tree: ReturnType<typeof useUnitTree> }) {
  const [wanted, setWanted] = useState('')
  const units: readonly (UnitRef & { childCount?: number })[] = [...tree.others, ...tree.below]
  if (units.length === 0) return null
  const open = (unit: UnitRef) => {
    setWanted('')
    tree.open(unit)
  }
  return (
    <>
      <SectionHead>下面的单位</SectionHead>
      {units.length > searchFrom ? (
        <Field
          kind="search"
          icon="search"
          label="找一找"
          labelHidden
          placeholder="名字里的字"
          value={wanted}
          onInput={setWanted}
        />
      ) : null}
      <List>
        {units
          .filter(({ name }) => name.includes(wanted.trim()))
          .map((unit) => (
            <Row
              key={unit.unitId}
              icon={unit.childCount ? 'pin' : 'home'}
              title={unit.name}
              line={unit.childCount ? `${unit.childCount} 个下级` : undefined}
              onOpen={() => open(unit)}
            />
          ))}
      </List>
    </>
  )
}
