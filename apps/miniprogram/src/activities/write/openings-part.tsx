import type { OpeningForm } from '@sidan/types/activity-forms'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { AsksPart } from './asks-part.tsx'
import { newOpening, type OpeningDraft } from './draft.ts'
import type { DraftPartProps } from './words-part.tsx'
import { cutOffs, openingNames, signUps } from './write-words.ts'

/** How one signs up, and who is looked for. */
export function OpeningsPart({ draft, named, onChange }: DraftPartProps) {
  const { openings } = draft
  const set = (changed: OpeningDraft) =>
    onChange({ openings: openings.map((one) => (one.key === changed.key ? changed : one)) })
  const add = () => {
    const used = new Set(openings.map(({ name }) => name))
    const name = openingNames.find((one) => !used.has(one)) ?? ''
    onChange({ openings: [...openings, newOpening(name, name === '来参加的人' ? { kind: 'participant' } : {})] })
  }
  return (
    <>
      <SectionHead>怎么报名</SectionHead>
      <ChoiceChips
        label="怎么报名"
        layout="thirds"
        value={draft.signUp}
        choices={signUps}
        onChoose={(signUp) => onChange({ signUp })}
      />
      {draft.signUp === 'none' ? null : (
        <>
          <SectionHead>报名到什么时候</SectionHead>
          <ChoiceChips
            label="报名到什么时候"
            layout="thirds"
            value={draft.cutOff}
            choices={cutOffs}
            onChoose={(cutOff) => onChange({ cutOff })}
          />
          <SectionHead>招什么人</SectionHead>
          {openings.map((opening) => (
            <OpeningCard
              key={opening.key}
              opening={opening}
              named={named}
              onChange={set}
              onRemove={
                openings.length > 1
                  ? () => onChange({ openings: openings.filter(({ key }) => key !== opening.key) })
                  : undefined
              }
            />
          ))}
          {openings.length < most ? (
            <Button kind="outlined" icon="plus" onPress={add}>
              再加一个岗位
            </Button>
          ) : null}
        </>
      )}
    </>
  )
}

const most = 8
const kinds = [
  { value: 'volunteer', word: '志愿者', below: '记时长' },
  { value: 'participant', word: '来参加', below: '不记时长' },
  { value: 'child', word: '孩子', below: '家长来报' },
] as const
const ages = [
  { value: '', word: '不限' },
  { value: '14', word: '满 14' },
  { value: '16', word: '满 16' },
  { value: '18', word: '满 18' },
] as const
const ageOf: Record<(typeof ages)[number]['value'], OpeningForm['ageFrom']> = { '': null, 14: 14, 16: 16, 18: 18 }

interface OpeningCardProps {
  readonly opening: OpeningDraft
  readonly named: DraftPartProps['named']
  readonly onChange: (opening: OpeningDraft) => void
  readonly onRemove: (() => void) | undefined
}

function OpeningCard({ opening, named, onChange, onRemove }: OpeningCardProps) {
  const { name, kind, capacity, waitlist, ageFrom } = opening
  return (
    <Card label={`岗位 ${name}`}>
      <Box className="sd-stack">
        <Field label="岗位名" maxLength={20} value={name} onInput={(typed) => onChange({ ...opening, name: typed })} />
        <ChoiceChips
          label={`${name}，来的是谁`}
          layout="thirds"
          value={kind}
          choices={kinds}
          onChoose={(chosen) =>
            onChange({ ...opening, kind: chosen, ...(chosen === 'child' ? { ageFrom: null } : {}) })
          }
        />
        <Box className="sd-between">
          <Box>名额</Box>
          <Stepper
            label={`${name}名额`}
            from={1}
            value={capacity}
            onChange={(count) => onChange({ ...opening, capacity: count })}
          />
        </Box>
        <Box className="sd-between">
          <Box>
            候补
            <Box className="t-small sd-ink-2">有人来不了，自动递补</Box>
          </Box>
          <Stepper
            label={`${name}候补`}
            value={waitlist}
            onChange={(count) => onChange({ ...opening, waitlist: count })}
          />
        </Box>
        {kind === 'child' ? null : (
          <>
            <Box>年龄</Box>
            <ChoiceChips
              label={`${name}，年龄`}
              layout="four"
              value={ageFrom === null ? '' : (String(ageFrom) as '14' | '16' | '18')}
              choices={ages}
              onChoose={(age) => onChange({ ...opening, ageFrom: ageOf[age] })}
            />
          </>
        )}
        {kind === 'volunteer' ? <AsksPart opening={opening} named={named} onChange={onChange} /> : null}
        {onRemove ? (
          <Button kind="text" size="s" label={`不要这个岗位，${name}`} onPress={onRemove}>
            不要这个岗位
          </Button>
        ) : null}
      </Box>
    </Card>
  )
}
