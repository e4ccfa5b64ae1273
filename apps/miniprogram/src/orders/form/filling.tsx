import type { OrderForm } from '@sidan/types/order-forms'
import { useWords } from '../../shared/format/use-words.ts'
import { SlotChoice } from '../../shared/orders/slot-choice.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { ContactPart } from './contact-part.tsx'
import { ForOthers } from './for-others.tsx'
import { HeadCountPart } from './head-count-part.tsx'
import { RisksPart } from './risks-part.tsx'
import { type Opened, useFilling } from './use-filling.ts'

/** The form itself: times, place, what to know before coming, a word more; the promise stands over the verb. */
export function Filling({ form, opened }: { readonly form: OrderForm; readonly opened: Opened }) {
  const filling = useFilling(form, opened)
  const words = useWords()
  const { filled, change, missing, busy } = filling
  return (
    <Screen
      title="点单"
      bar={
        <BottomBar note={`${words.by(form.promisedAt)}一定有人答复您`}>
          <Button
            size="l"
            grow
            busy={busy && '正在点单…'}
            disabledBecause={missing}
            onPress={() => void filling.confirm()}
          >
            确认点单
          </Button>
        </BottomBar>
      }
    >
      <Subject
        lead={<IconTile icon={iconOf(form.icon)} size="l" />}
        title={form.title}
        line={`免费·大约 ${form.durationMinutes} 分钟·${form.line}`}
      />
      <SlotChoice slots={form.slots} value={filled.slot} onChoose={(slot) => change({ slot })} />
      <ContactPart form={form} filled={filled} onChange={change} />
      {form.forGroup ? <HeadCountPart value={filled.headCount} onInput={(headCount) => change({ headCount })} /> : null}
      <RisksPart form={form} answers={filled.risks} onAnswer={filling.answer} />
      {filling.mayOrderForOthers ? <ForOthers filled={filled} onChange={change} /> : null}
      <Card>
        <TextArea
          label="还想说一句"
          optional
          maxLength={200}
          placeholder="比如：耳朵背，敲门重一点"
          value={filled.note}
          onInput={(note) => change({ note })}
        />
      </Card>
    </Screen>
  )
}
