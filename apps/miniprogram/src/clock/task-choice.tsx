import type { OrderCard } from '@sidan/types/orders'
import { useWords } from '../shared/format/use-words.ts'
import { CheckTile } from '../shared/ui/check-tile.tsx'
import { List } from '../shared/ui/list.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'

export interface TaskChoiceProps {
  readonly tasks: readonly OrderCard[]
  readonly value: string | undefined
  readonly onChoose: (orderId: string) => void
}

/** Which of several accepted orders this is about. */
export function TaskChoice({ tasks, value, onChoose }: TaskChoiceProps) {
  const words = useWords()
  return (
    <>
      <SectionHead>给哪张单签到</SectionHead>
      <List>
        {tasks.map((task) => (
          <Row
            key={task.orderId}
            lead={
              <CheckTile
                kind="radio"
                checked={task.orderId === value}
                label={`${task.title}，${task.requesterName}`}
                onToggle={() => onChoose(task.orderId)}
              />
            }
            title={task.title}
            line={`${task.requesterName}·${words.when(task)}`}
          />
        ))}
      </List>
    </>
  )
}
