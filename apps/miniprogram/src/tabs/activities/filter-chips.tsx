import { getStationPage } from '@sidan/types/organisation'
import { useCallback, useState } from 'react'
import { audiences } from '../../shared/activities/audience-words.ts'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { keptMe } from '../../shared/session/kept-me.ts'
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

/** When, and as what; for whom and on which platform one tap deeper. */
export function FilterChips({ county, filters, onChange }: FilterChipsProps) {
  const [more, setMore] = useState(filters.audience !== '' || filters.platformCode !== '')
  return (
    <Box className="sd-stack">
      <ChoiceChips label="什么时候" value={filters.when} choices={whens} onChoose={(when) => onChange({ when })} />
      <Box className="sd-choices">
        <Kind kind="volunteer" word="招志愿者" filters={filters} onChange={onChange} />
        <Kind kind="participant" word="来参加" filters={filters} onChange={onChange} />
        <Chip role="button" chosen={false} icon="chevron-down" expanded={more} onPress={() => setMore(!more)}>
          {more ? '收起' : '给谁的，哪一类'}
        </Chip>
      </Box>
      {more ? <MoreChips county={county} filters={filters} onChange={onChange} /> : null}
    </Box>
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

function MoreChips({ county, filters, onChange }: FilterChipsProps) {
  const code = keptMe()?.homeStation?.shortCode
  const { value: page } = useLoad(
    useCallback(
      async () =>
        code
          ? call(getStationPage, { params: { countyId: county as never, code } })
          : ({ ok: false, code: 'not-found' } as const),
      [county, code],
    ),
  )
  const platforms = page?.platforms ?? []
  return (
    <>
      <ChoiceChips
        label="给谁的"
        value={filters.audience}
        choices={[{ value: '', word: '都行' } as const, ...audiences.filter(({ value }) => value !== 'everybody')]}
        onChoose={(audience) => onChange({ audience })}
      />
      {platforms.length > 0 ? (
        <ChoiceChips
          label="哪一类"
          value={filters.platformCode}
          choices={[
            { value: '', word: '哪一类都行' },
            ...platforms.map(({ code: value, name }) => ({ value, word: name })),
          ]}
          onChoose={(platformCode) => onChange({ platformCode })}
        />
      ) : null}
    </>
  )
}
