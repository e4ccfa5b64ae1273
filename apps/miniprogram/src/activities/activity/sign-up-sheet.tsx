import type { Shift } from '@sidan/types/activities'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { asksWords, freeWords, kindWords } from '../activity-words.ts'
import { placesIn } from './choices.ts'
import { allShifts, type Wish } from './use-activity.ts'
import { type Asking, useAsking } from './use-asking.ts'

export interface SignUpSheetProps {
  /** Shifts that take sign-ups: one, or all of them. */
  readonly shifts: readonly Shift[]
  readonly busy: boolean
  readonly onSend: (wish: Wish) => void
  readonly onClose: () => void
}

/** As what, who, and when: only asked where there is more than one. */
export function SignUpSheet({ shifts, busy, onSend, onClose }: SignUpSheetProps) {
  const asking = useAsking(shifts)
  const { wish } = asking
  return (
    <Sheet
      open
      onClose={onClose}
      title="报名"
      line="来不了随时可以退，什么都不影响"
      foot={
        <Button
          size="l"
          busy={busy && '正在报名…'}
          disabledBecause={asking.missing}
          onPress={() => wish && onSend(wish)}
        >
          报名
        </Button>
      }
    >
      <Box className="sd-stack">
        <OpeningChoice asking={asking} />
        {asking.opening?.kind === 'child' ? <ChildChoice asking={asking} onLeave={onClose} /> : null}
        <ShiftChoice asking={asking} />
      </Box>
    </Sheet>
  )
}

function OpeningChoice({ asking }: { readonly asking: Asking }) {
  const { openings, opening, open } = asking
  if (openings.length < 2) return null
  return (
    <>
      <SectionHead as="h3">做什么</SectionHead>
      <ChoiceChips
        label="做什么"
        layout="halves"
        value={opening?.openingId ?? null}
        choices={openings.map((places) => ({
          value: places.openingId,
          word: places.name,
          below: [kindWords[places.kind], asksWords(places), ...(open.length === 1 ? [freeWords(places)] : [])]
            .filter(Boolean)
            .join('·'),
        }))}
        onChoose={asking.chooseOpening}
      />
    </>
  )
}

function ChildChoice({ asking, onLeave }: { readonly asking: Asking; readonly onLeave: () => void }) {
  const { children, childId } = asking
  return (
    <>
      <SectionHead as="h3">哪个孩子</SectionHead>
      {children.length > 0 ? (
        <ChoiceChips
          label="哪个孩子"
          value={childId ?? null}
          choices={children.map((child) => ({ value: child.childId, word: child.name }))}
          onChoose={asking.chooseChild}
        />
      ) : (
        <Button
          kind="soft"
          onPress={() => {
            onLeave()
            go('children')
          }}
        >
          先登记孩子，一分钟就好
        </Button>
      )}
    </>
  )
}

function ShiftChoice({ asking }: { readonly asking: Asking }) {
  const words = useWords()
  const { open, opening, shiftId } = asking
  if (open.length < 2) return null
  const choices = open.map((shift) => {
    const places = opening && placesIn(shift, opening.openingId)
    return {
      value: String(shift.shiftId),
      word: words.moment(shift.startsAt),
      ...(places ? { below: freeWords(places) } : {}),
    }
  })
  return (
    <>
      <SectionHead as="h3">哪一班</SectionHead>
      <ChoiceChips
        label="哪一班"
        layout="halves"
        value={shiftId ?? null}
        choices={[...choices, { value: allShifts, word: '每次都来', below: `${open.length} 个班` }]}
        onChoose={asking.chooseShift}
      />
    </>
  )
}
