import type { Slot } from '@sidan/types/units'
import { useState } from 'react'
import { useWords } from '../format/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { SectionHead } from '../ui/section-head.tsx'

const parts = { morning: '上午', afternoon: '下午', evening: '晚上', any: '听安排' } as const
const keyOf = (slot: Slot): string => `${slot.day ?? ''} ${slot.part}`
/** How many times are offered before 换一天. */
const few = 4

export interface SlotChoiceProps {
  readonly slots: readonly Slot[]
  readonly value: Slot
  readonly onChoose: (slot: Slot) => void
}

/** 什么时候方便: the next few half-days and 都可以; all others one tap deeper. */
export function SlotChoice({ slots, value, onChoose }: SlotChoiceProps) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const any = slots.filter((slot) => slot.day === null)
  const days = slots.filter((slot) => slot.day !== null)
  const near = [...days.slice(0, few - any.length), ...any]
  const chosenIsNear = near.some((slot) => keyOf(slot) === keyOf(value))
  const shown = all || !chosenIsNear ? slots : near
  const more =
    shown.length < slots.length ? (
      <Button kind="text" size="s" onPress={() => setAll(true)}>
        换一天
      </Button>
    ) : undefined
  return (
    <Card>
      <SectionHead as="h3" aside={more}>
        什么时候方便
      </SectionHead>
      <ChoiceChips
        label="什么时候方便"
        layout="four"
        value={keyOf(value)}
        choices={shown.map((slot) => ({
          value: keyOf(slot),
          word: slot.day === null ? '都可以' : words.day(slot.day),
          below: parts[slot.part],
        }))}
        onChoose={(key) => {
          const slot = slots.find((one) => keyOf(one) === key)
          if (slot) onChoose(slot)
        }}
      />
    </Card>
  )
}
