import { civilDay } from '@sidan/types/civil'
import { addQualification, type QualificationKind } from '@sidan/types/qualifications'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { PhotoPicker } from '../../shared/photos/photo-picker.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'

interface AddPaperProps {
  readonly kinds: readonly QualificationKind[]
  readonly onDone: () => Promise<void>
}

/** A new paper: which, from whom, until when; a photo if one likes. */
export function AddPaper({ kinds, onDone }: AddPaperProps) {
  const [code, setCode] = useState<string | null>(null)
  const [issuer, setIssuer] = useState('')
  const [ends, setEnds] = useState(false)
  const [until, setUntil] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const { act, busy } = useAct()
  const add = async () => {
    const [photo] = photos
    const body = {
      code: code ?? '',
      issuer: issuer.trim(),
      ...(ends ? { validUntilDay: until } : {}),
      ...(photo === undefined ? {} : { photo }),
    }
    if (!(await act(() => call(addQualification, { body })))) return
    toast('交了，站里核过就能用')
    await onDone()
  }
  const missing =
    (code === null && '先选是什么证') ||
    (issuer.trim() === '' && '先写发证单位') ||
    (ends && until === '' && '先选到期的日子')
  return (
    <Card label="添一份资质">
      <Box className="sd-stack">
        <ChoiceChips
          label="什么证"
          value={code}
          choices={kinds.map((kind) => ({ value: kind.code, word: kind.name }))}
          onChoose={setCode}
        />
        <Field label="发证单位" maxLength={40} value={issuer} onInput={setIssuer} />
        <YesNo label="有没有到期日" value={ends} onAnswer={setEnds} words={['有到期日', '长期有效']} />
        {ends ? <DayField label="到哪天" value={until} from={civilDay(new Date())} onChoose={setUntil} /> : null}
        <PhotoPicker most={1} hashes={photos} onChange={setPhotos} />
        <Box className="t-small sd-ink-2">不拍照也行，把原件带到站里看一眼。</Box>
        <Button busy={busy && '正在交…'} disabledBecause={missing} onPress={() => void add()}>
          交给站里核
        </Button>
      </Box>
    </Card>
  )
}
