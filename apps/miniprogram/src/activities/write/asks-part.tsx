import { useState } from 'react'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import type { OpeningDraft } from './draft.ts'
import type { Desk } from './use-writing.ts'

export interface AsksPartProps {
  readonly opening: OpeningDraft
  readonly named: Desk['named']
  readonly onChange: (opening: OpeningDraft) => void
}

/** A paper without which nobody is admitted, a skill that helps, and how many more are admitted because some never come. */
export function AsksPart({ opening, named, onChange }: AsksPartProps) {
  const { name, qualification, skill, overbook } = opening
  const [shown, setShown] = useState(qualification !== null || skill !== null || overbook > 0)
  if (!shown)
    return (
      <Button kind="text" size="s" label={`要证、要手艺、多收几个，${name}`} onPress={() => setShown(true)}>
        要证、要手艺、多收几个
      </Button>
    )
  return (
    <>
      <Box>
        要什么证
        <Box className="t-small sd-ink-2">没有这个证的报不上</Box>
      </Box>
      <NamedChoice
        label={`${name}，要什么证`}
        any="不要证"
        named={named.qualifications}
        value={qualification}
        onChoose={(code) => onChange({ ...opening, qualification: code })}
      />
      <Box>
        用得上什么手艺
        <Box className="t-small sd-ink-2">不会也能报，会的人先找得到</Box>
      </Box>
      <NamedChoice
        label={`${name}，用得上什么手艺`}
        any="都行"
        named={named.skills}
        value={skill}
        onChoose={(code) => onChange({ ...opening, skill: code })}
      />
      <Box className="sd-between">
        <Box>
          多收几个
          <Box className="t-small sd-ink-2">总有人来不了，先多收</Box>
        </Box>
        <Stepper
          label={`${name}多收几个`}
          value={overbook}
          onChange={(count) => onChange({ ...opening, overbook: count })}
        />
      </Box>
    </>
  )
}

interface NamedChoiceProps {
  readonly label: string
  readonly any: string
  readonly named: readonly { readonly code: string; readonly name: string }[]
  readonly value: string | null
  readonly onChoose: (code: string | null) => void
}

function NamedChoice({ label, any, named, value, onChoose }: NamedChoiceProps) {
  return (
    <ChoiceChips
      label={label}
      value={value ?? ''}
      choices={[{ value: '', word: any }, ...named.map(({ code, name }) => ({ value: code, word: name }))]}
      onChoose={(code) => onChoose(code || null)}
    />
  )
}
