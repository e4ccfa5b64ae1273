import type { PointsTrial } from '@sidan/types/points-trials'
import { useState } from 'react'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { type Knob, knobsOf, pointsOf, typedOf, wrongOf } from './knobs.ts'

interface TurnSheetProps {
  readonly trial: PointsTrial
  readonly onClose: () => void
  readonly onTry: (points: PointsTrial['present']) => void
}

/** How points are given, to be turned: it begins with what was tried last, which at first is what holds now. */
export function TurnSheet({ trial, onClose, onTry }: TurnSheetProps) {
  const knobs = knobsOf(trial)
  const [typed, setTyped] = useState(() => typedOf(knobs, trial.tried))
  const wrong = knobs.some((knob) => wrongOf(knob, typed))
  const field = (knob: Knob) => (
    <Field
      key={knob.key}
      kind="number"
      label={`${knob.word}（${knob.unit}）`}
      value={typed[knob.key] ?? ''}
      maxLength={6}
      error={wrongOf(knob, typed)}
      onInput={(text) => setTyped({ ...typed, [knob.key]: text })}
    />
  )
  const platforms = (knob: Knob) => knob.unit === '%'
  return (
    <Sheet
      open
      onClose={onClose}
      title="换个算法"
      line="改哪格算哪格，其他的照旧"
      foot={
        <Button
          size="l"
          grow
          disabledBecause={wrong && '有一格没填对'}
          onPress={() => onTry(pointsOf(knobs, typed, trial.present))}
        >
          算算看
        </Button>
      }
    >
      <Box className="sd-stack">
        <Box className="sd-halves">{knobs.filter((knob) => !platforms(knob)).map(field)}</Box>
        <Box className="t-small sd-ink-2">各平台按百分之几给，100 就是不多不少</Box>
        <Box className="sd-halves">{knobs.filter(platforms).map(field)}</Box>
      </Box>
    </Sheet>
  )
}
