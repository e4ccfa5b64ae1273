import { type ActivityChoices, countActivities } from '@sidan/types/activities'
import { useCallback, useState } from 'react'
import { audiences } from '../../shared/activities/audience-words.ts'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import type { Filters } from './use-find.ts'
import { whens } from './when.ts'

export interface FilterChipsProps {
  readonly county: string
  readonly filters: Filters
  readonly onChange: (part: Partial<Filters>) => void
}

type Open = 'where' | 'what' | undefined

/** When, and as what; where on the map of townships, for whom and what kind one tap deeper. */
export function FilterChips({ county, filters, onChange }: FilterChipsProps) {
  const [open, setOpen] = useState<Open>(whatIsChosen(filters))
  const toggle = (part: Open) => setOpen((before) => (before === part ? undefined : part))
  return (
    <Box className="sd-stack">
      <ChoiceChips label="什么时候" value={filters.when} choices={whens} onChoose={(when) => onChange({ when })} />
      <Box className="sd-choices">
        <Kind kind="volunteer" word="招志愿者" filters={filters} onChange={onChange} />
        <Kind kind="participant" word="来参加" filters={filters} onChange={onChange} />
        <Opener word="哪里有" open={open === 'where'} onPress={() => toggle('where')} />
        <Opener word="哪一类" open={open === 'what'} onPress={() => toggle('what')} />
      </Box>
      {open ? <MoreChips part={open} county={county} filters={filters} onChange={onChange} /> : null}
    </Box>
  )
}

const whatIsChosen = ({ withinId, audience, platformCode, skill }: Filters): Open =>
  withinId ? 'where' : audience || platformCode || skill ? 'what' : undefined

function Opener({ word, open, onPress }: { word: string; open: boolean; onPress: () => void }) {
  return (
    <Chip role="button" chosen={false} icon="chevron-down" expanded={open} onPress={onPress}>
      {word}
    </Chip>
  )
}

interface KindProps extends Omit<FilterChipsProps, 'county'> {
  readonly kind: 'volunteer' | 'participant'
  readonly word: string
}

function Kind({ kind, word, filters, onChange }: KindProps) {
  const chosen = filters.lookingFor === kind
  return (
    <Chip chosen={chosen} onPress={() => onChange({ lookingFor: chosen ? '' : kind })}>
      {word}
    </Chip>
  )
}

function MoreChips({ part, county, filters, onChange }: FilterChipsProps & { readonly part: 'where' | 'what' }) {
  const { value: choices } = useLoad(
    useCallback(() => call(countActivities, { params: { countyId: county as never } }), [county]),
  )
  if (!choices) return null
  return part === 'where' ? (
    <Places places={choices.places} filters={filters} onChange={onChange} />
  ) : (
    <>
      <ChoiceChips
        label="给谁的"
        value={filters.audience}
        choices={[{ value: '', word: '都行' } as const, ...audiences.filter(({ value }) => value !== 'everybody')]}
        onChoose={(audience) => onChange({ audience })}
      />
      <Named
        label="哪一类"
        any="哪一类都行"
        named={choices.platforms}
        value={filters.platformCode}
        onChoose={(platformCode) => onChange({ platformCode })}
      />
      <Named
        label="用得上什么手艺"
        any="什么手艺都行"
        // One's own come first: that is what one looks for.
        named={[...choices.skills].sort((a, b) => Number(b.yours) - Number(a.yours))}
        value={filters.skill}
        onChoose={(skill) => onChange({ skill })}
      />
    </>
  )
}

/** The county as tiles in order of area code, with how many there are in each; nothing is ranked. */
function Places({ places, filters, onChange }: Omit<FilterChipsProps, 'county'> & Pick<ActivityChoices, 'places'>) {
  return (
    <ChoiceChips
      label="在哪里"
      layout="thirds"
      value={filters.withinId}
      choices={[
        { value: '', word: '全县', below: '都看' },
        ...places.map(({ unitId, name, count }) => ({
          value: unitId,
          word: placeName(name),
          below: count > 0 ? `${count} 个` : '还没有',
        })),
      ]}
      onChoose={(withinId) => onChange({ withinId })}
    />
  )
}

/** 新市街道实践所 → 新市街道; the center keeps its word. */
const placeName = (name: string): string =>
  name.endsWith('中心') ? '县中心' : name.replace(/(新时代文明)?实践所$/, '')

interface NamedProps {
  readonly label: string
  readonly any: string
  readonly named: readonly { readonly code: string; readonly name: string; readonly count: number }[]
  readonly value: string
  readonly onChoose: (code: string) => void
}

function Named({ label, any, named, value, onChoose }: NamedProps) {
  if (named.length === 0) return null
  return (
    <ChoiceChips
      label={label}
      value={value}
      choices={[
        { value: '', word: any },
        ...named.map(({ code, name, count }) => ({ value: code, word: `${name} ${count}` })),
      ]}
      onChoose={onChoose}
    />
  )
}
