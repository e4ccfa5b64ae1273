import { Box, Span } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { Field } from '../../shared/ui/field.tsx'
import type { Filled } from './use-filling.ts'

export interface ForOthersProps {
  readonly filled: Filled
  readonly onChange: (part: Partial<Filled>) => void
}

/** 代点单: for somebody without a phone — who it is, and that they agreed. */
export function ForOthers({ filled, onChange }: ForOthersProps) {
  if (!filled.forOther)
    return (
      <Button kind="outlined" icon="person" onPress={() => onChange({ forOther: true, address: '', phone: '' })}>
        替没有手机的人点
      </Button>
    )
  return (
    <Card>
      <Box className="sd-stack">
        <Field
          label="替谁点"
          placeholder="怎么称呼，比如 郭奶奶"
          maxLength={20}
          value={filled.beneficiary}
          onInput={(beneficiary) => onChange({ beneficiary })}
          hint="点好以后，可以打一张纸条给她"
        />
        <Box className="sd-line">
          <CheckTile
            checked={filled.consent}
            label="问过本人，本人同意"
            onToggle={() => onChange({ consent: !filled.consent })}
          />
          <Span className="sd-grow">问过本人，本人同意</Span>
        </Box>
      </Box>
    </Card>
  )
}
