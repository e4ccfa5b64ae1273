import { type Child, childrenMax } from '@sidan/types/children'
import { childNotice } from '@sidan/types/guardian-notices'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { NoticeCard } from '../guardian/notice-card.tsx'
import { ages } from './children-words.ts'
import { useChildForm } from './use-child-form.ts'

interface ChildFormProps {
  /** Corrected when given, else a new one. */
  readonly child?: Child
  readonly onDone: () => Promise<void>
}

/** A child as the guardian writes them down; the notice first, each consent on its own (rules 20, 22). */
export function ChildForm({ child, onDone }: ChildFormProps) {
  const form = useChildForm(child)
  const save = async () => {
    if (!(await form.save())) return
    toast('存好了')
    await onDone()
  }
  return (
    <>
      {child ? null : <NoticeCard notice={childNotice} title="先看一眼：记什么，给谁看" />}
      <Card label="孩子">
        <Box className="sd-stack">
          <Fields form={form} />
          {form.newNote ? (
            <Consent
              words="同意记下身体情况，只给带活动的人看"
              checked={form.agreesToHealth}
              onToggle={() => form.setAgreesToHealth(!form.agreesToHealth)}
            />
          ) : null}
          {child ? null : (
            <Consent
              words="我是监护人，同意这样记孩子的信息"
              checked={form.agreesToData}
              onToggle={() => form.setAgreesToData(!form.agreesToData)}
            />
          )}
          <Button busy={form.busy && '正在存…'} disabledBecause={form.missing} onPress={() => void save()}>
            {child ? '存好' : '登记'}
          </Button>
          {child ? null : <Box className="t-small sd-ink-2">{`一位家长最多登记 ${childrenMax} 个孩子。`}</Box>}
        </Box>
      </Card>
    </>
  )
}

function Fields({ form }: { readonly form: ReturnType<typeof useChildForm> }) {
  return (
    <>
      <Field
        label="怎么称呼孩子"
        placeholder="小名就行，不用全名"
        maxLength={20}
        value={form.name}
        onInput={form.setName}
      />
      <ChoiceChips label="年龄段" layout="thirds" value={form.ageBand} choices={ages} onChoose={form.setAgeBand} />
      <Field
        label="谁来接"
        hint="可以写几个，用顿号分开，最多四个"
        placeholder="奶奶、姑姑"
        maxLength={80}
        value={form.fetchers}
        onInput={form.setFetchers}
      />
      <TextArea label="过敏、身体情况" optional maxLength={200} value={form.note} onInput={form.setNote} />
    </>
  )
}

function Consent(props: { readonly words: string; readonly checked: boolean; readonly onToggle: () => void }) {
  return (
    <Box className="sd-line">
      <CheckTile label={props.words} checked={props.checked} onToggle={props.onToggle} />
      <Box className="sd-grow">{props.words}</Box>
    </Box>
  )
}
