import { useState } from 'react'
import { audiences } from '../../shared/activities/audience-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import type { Draft } from './draft.ts'
import type { Desk } from './use-writing.ts'
import { contentExamples, riskExamples } from './write-words.ts'

export interface DraftPartProps {
  readonly draft: Draft
  readonly named: Desk['named']
  readonly onChange: (part: Partial<Draft>) => void
}

/** What it is called, where, what there is to do, and what to mind (rule-03). */
export function WordsPart({ draft, named, onChange }: DraftPartProps) {
  return (
    <>
      <Card>
        <Box className="sd-stack">
          <Field
            label="叫什么"
            placeholder="比如：周六河边捡垃圾"
            maxLength={40}
            value={draft.title}
            onInput={(title) => onChange({ title })}
          />
          <Field
            label="在哪里"
            placeholder="比如：二楼活动室"
            maxLength={60}
            value={draft.place}
            onInput={(place) => onChange({ place })}
          />
          <Told
            label="做什么"
            maxLength={500}
            examples={contentExamples}
            value={draft.content}
            onInput={(content) => onChange({ content })}
          />
          <Told
            label="有什么要当心的"
            maxLength={300}
            examples={riskExamples}
            value={draft.risks}
            onInput={(risks) => onChange({ risks })}
          />
        </Box>
      </Card>
      <MorePart draft={draft} named={named} onChange={onChange} />
    </>
  )
}

interface ToldProps {
  readonly label: string
  readonly maxLength: number
  readonly examples: readonly string[]
  readonly value: string
  readonly onInput: (value: string) => void
}

/** Some lines, with sentences that one tap adds. */
function Told({ label, maxLength, examples, value, onInput }: ToldProps) {
  const [shown, setShown] = useState(false)
  const left = examples.filter((example) => !value.includes(example) && value.length + example.length <= maxLength)
  return (
    <>
      <TextArea label={label} maxLength={maxLength} value={value} onInput={onInput} />
      {shown ? (
        <Box className="sd-choices" role="group" label={`${label}，点一下加一句`}>
          {left.map((example) => (
            <Chip key={example} role="button" chosen={false} onPress={() => onInput(`${value}${example}`)}>
              {example}
            </Chip>
          ))}
        </Box>
      ) : (
        <Button kind="text" size="s" label={`${label}，看几句现成的`} onPress={() => setShown(true)}>
          看几句现成的
        </Button>
      )}
    </>
  )
}

/** For whom, whether it is risky, and what only those who come may read. */
function MorePart({ draft, named, onChange }: DraftPartProps) {
  return (
    <Card>
      <Box className="sd-stack">
        <SectionHead as="h3">给谁的</SectionHead>
        <ChoiceChips
          label="给谁的"
          value={draft.audience}
          choices={audiences}
          onChoose={(audience) => onChange({ audience })}
        />
        <SectionHead as="h3">哪一类</SectionHead>
        <ChoiceChips
          label="哪一类"
          value={draft.platformCode ?? ''}
          choices={[
            { value: '', word: '不分' },
            ...named.platforms.map(({ code, name }) => ({ value: code, word: name })),
          ]}
          onChoose={(code) => onChange({ platformCode: code || null })}
        />
        <SectionHead as="h3" aside="险的要成年人，要有保险">
          有没有险
        </SectionHead>
        <YesNo
          label="有没有险"
          value={draft.hazardous}
          words={['有点险', '不险']}
          onAnswer={(hazardous) => onChange({ hazardous })}
        />
        <Field
          label="只告诉来的人"
          optional
          hint="门锁、联系电话这些，只有报上的人看得到"
          maxLength={200}
          value={draft.privateDetails}
          onInput={(privateDetails) => onChange({ privateDetails })}
        />
      </Box>
    </Card>
  )
}
