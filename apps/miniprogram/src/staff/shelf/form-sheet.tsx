import type { PartnerId } from '@sidan/types/ids'
import type { UnitRef } from '@sidan/types/organisation'
import { addShelfItem, changeShelfItem, RewardIcon, type ShelfItem } from '@sidan/types/reward-shelf'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { TimeField } from '../../shared/ui/time-field.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { Giver } from './giver.tsx'
import { changedOf, draftOf, feeOf, missingOf, type ShelfDraft, writtenOf } from './shelf-draft.ts'
import { iconWords } from './shelf-words.ts'

interface FormSheetProps {
  readonly unit: UnitRef
  /** The one that is changed; a new one without. */
  readonly item?: ShelfItem
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** What it is, what it costs, how much of it somebody may have, and from when on. */
export function FormSheet({ unit, item, onClose, onDone }: FormSheetProps) {
  const [before] = useState(() => draftOf(item, new Date()))
  const [draft, setDraft] = useState(before)
  const { act, busy } = useAct()
  const set = (part: Partial<ShelfDraft>) => setDraft({ ...draft, ...part })
  const partner =
    draft.partnerId === '' ? undefined : { partnerId: draft.partnerId as PartnerId, feeFen: feeOf(draft) ?? 0 }
  const save = async () => {
    const saved = await act(() =>
      item
        ? call(changeShelfItem, { params: { itemId: item.itemId }, body: changedOf(before, draft) })
        : call(addShelfItem, {
            params: { unitId: unit.unitId },
            body: { ...writtenOf(draft), stockCount: Number(draft.stock), ...(partner ? { partner } : {}) },
          }),
    )
    if (!saved) return
    toast(item ? '改好了；已经换了没领的，还是原来的分' : `${saved.title}上架了`)
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={item ? `改${item.title}` : '上架一样东西'}
      line={`到${unit.name}领`}
      foot={
        <Button
          size="l"
          grow
          busy={busy && '正在存…'}
          disabledBecause={missingOf(draft, item === undefined)}
          onPress={() => void save()}
        >
          {item ? '存好' : '上架'}
        </Button>
      }
    >
      <Box className="sd-stack">
        <What draft={draft} set={set} isNew={item === undefined} />
        <Giver unit={unit} item={item} draft={draft} set={set} />
        <Limit draft={draft} set={set} />
        <Opening draft={draft} set={set} />
      </Box>
    </Sheet>
  )
}

interface PartProps {
  readonly draft: ShelfDraft
  readonly set: (part: Partial<ShelfDraft>) => void
}

function What({ draft, set, isNew }: PartProps & { readonly isNew: boolean }) {
  return (
    <>
      <Field
        label="什么东西"
        placeholder="比如 洗衣液 2 公斤"
        maxLength={20}
        value={draft.title}
        onInput={(title) => set({ title })}
      />
      <SectionHead as="h3" aside={<IconTile icon={draft.icon} tone="plain" />}>
        画成什么
      </SectionHead>
      <ChoiceChips
        label="画成什么"
        value={draft.icon}
        choices={RewardIcon.options.map((value) => ({ value, word: iconWords[value] }))}
        onChoose={(icon) => set({ icon })}
      />
      <Field kind="number" label="要多少分" maxLength={6} value={draft.price} onInput={(price) => set({ price })} />
      {isNew ? (
        <Field
          kind="number"
          label="先有多少份"
          hint="以后来了货再记进货"
          maxLength={6}
          value={draft.stock}
          onInput={(stock) => set({ stock })}
        />
      ) : null}
    </>
  )
}

function Limit({ draft, set }: PartProps) {
  return (
    <>
      <SectionHead as="h3">每人限几份</SectionHead>
      <YesNo label="每人限几份" words={['限', '不限']} value={draft.limited} onAnswer={(limited) => set({ limited })} />
      {draft.limited ? (
        <Box className="sd-halves">
          <Field
            kind="number"
            label="最多几份"
            maxLength={2}
            value={draft.perPerson}
            onInput={(perPerson) => set({ perPerson })}
          />
          <Field
            kind="number"
            label="在几天里"
            hint="今天算一天"
            maxLength={3}
            value={draft.days}
            onInput={(days) => set({ days })}
          />
        </Box>
      ) : null}
    </>
  )
}

function Opening({ draft, set }: PartProps) {
  return (
    <>
      <SectionHead as="h3">什么时候开始换</SectionHead>
      <YesNo
        label="什么时候开始换"
        words={['现在就能换', '定个时间']}
        value={!draft.timed}
        onAnswer={(open) => set({ timed: !open })}
      />
      {draft.timed ? (
        <Box className="sd-halves">
          <DayField label="哪一天" value={draft.day} onChoose={(day) => set({ day })} />
          <TimeField label="几点" value={draft.time} onChoose={(time) => set({ time })} />
        </Box>
      ) : null}
    </>
  )
}
