import type { getWorkList, WorkFilter } from '@sidan/types/dispatch'
import type { ReplyOf } from '@sidan/types/endpoint'
import { go } from '../../shared/navigation/routes.ts'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

export interface WorkFiltersProps {
  readonly counts: ReplyOf<typeof getWorkList>['counts'] | undefined
  readonly value: WorkFilter
  readonly onChoose: (filter: WorkFilter) => void
}

/** What of the list to see, each with how many there are; and the hours that wait for approval. */
export function WorkFilters({ counts, value, onChoose }: WorkFiltersProps) {
  const { triage = 0, dispatch = 0, accept = 0, records = 0 } = counts ?? {}
  return (
    <>
      <ChoiceChips<WorkFilter>
        label="看哪些"
        layout="four"
        value={value}
        choices={[
          { value: 'all', word: `全部 ${triage + dispatch + accept}` },
          { value: 'triage', word: `待审 ${triage}` },
          { value: 'dispatch', word: `待派 ${dispatch}` },
          { value: 'accept', word: `待接 ${accept}` },
        ]}
        onChoose={onChoose}
      />
      {records > 0 ? (
        <List>
          <Row icon="clock" title={`${records} 条时长等审核`} onOpen={() => go('records')} />
        </List>
      ) : null}
    </>
  )
}
