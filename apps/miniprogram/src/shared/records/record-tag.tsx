import type { RecordState } from '@sidan/types/records'
import type { IconName } from '../ui/icon-shapes.ts'
import { Tag, type Tone } from '../ui/tag.tsx'

const looks: Record<RecordState, readonly [string, IconName, Tone]> = {
  pending: ['等审核', 'hourglass', 'info'],
  onNotice: ['公示中', 'clock', 'info'],
  approved: ['审核通过', 'check-circle', 'brand'],
  rejected: ['没通过', 'return', 'danger'],
  withdrawn: ['撤回了', 'cross', 'stone'],
  conflict: ['时间撞上了另一条', 'clock', 'warm'],
  corrected: ['更正过', 'pen', 'stone'],
  reversed: ['撤销了', 'cross', 'danger'],
}

/** The state of a service record: word, icon, colour. */
export function RecordTag({ state }: { readonly state: RecordState }) {
  const [word, icon, tone] = looks[state]
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  )
}

export const recordWord = (state: RecordState): string => looks[state][0]
