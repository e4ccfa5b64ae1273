import { CallWord, callWords, displayNameOf, PersonName } from '@sidan/types/names'
import { saveName } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface NamePartProps {
  readonly fullName: string | null
  readonly displayName: string
  readonly onSaved: () => Promise<void>
}

/** Correcting one's own name, with what others will read. */
export function NamePart({ fullName, displayName, onSaved }: NamePartProps) {
  const [name, setName] = useState(fullName ?? '')
  const [word, setWord] = useState<CallWord>(
    CallWord.options.find((option) => displayName.endsWith(callWords[option])) ?? 'master',
  )
  const { act, busy } = useAct()
  const read = PersonName.safeParse(name)
  const save = async () => {
    if (!read.success || !(await act(() => call(saveName, { body: { name: read.data, word } })))) return
    toast('改好了')
    await onSaved()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Field
          label="姓名"
          placeholder="只写姓也行"
          maxLength={60}
          value={name}
          onInput={setName}
          hint="全名加密存着，别人看不到；站里按拼音找得到您"
        />
        <Box className="t-small sd-ink-2">怎么称呼您</Box>
        <ChoiceChips<CallWord>
          label="怎么称呼您"
          value={word}
          choices={CallWord.options.map((option) => ({ value: option, word: callWords[option] }))}
          onChoose={setWord}
        />
        <Box className="t-small sd-ink-2">
          {read.success ? `别人看到的是“${displayNameOf(read.data, word)}”` : '别人只看到姓和称呼'}
        </Box>
      </Box>
      <CardActions>
        <Button
          grow
          kind="soft"
          busy={busy && '正在存…'}
          disabledBecause={!read.success && '写您的姓名，不要数字'}
          onPress={() => void save()}
        >
          存好称呼
        </Button>
      </CardActions>
    </Card>
  )
}
