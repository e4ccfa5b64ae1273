import { useWords } from '../shared/format/use-words.ts'
import { CheckTile } from '../shared/ui/check-tile.tsx'
import { List } from '../shared/ui/list.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import type { ClockTask } from './clock-tasks.ts'

export interface TaskChoiceProps {
  readonly tasks: readonly ClockTask[]
  readonly value: string | undefined
  readonly onChoose: (id: string) => void
}

/** Which of several orders and shifts this is about. */
export function TaskChoice({ tasks, value, onChoose }: TaskChoiceProps) {
  const words = useWords()
  return (
    <>
      <SectionHead>给哪一件签到</SectionHead>
      <List>
        {tasks.map((task) => (
          <Row
            key={task.id}
            lead={
              <CheckTile
                kind="radio"
                checked={task.id === value}
                label={`${task.title}，${task.with}`}
                onToggle={() => onChoose(task.id)}
              />
            }
            title={task.title}
            line={`${task.with}·${words.when(task.when)}`}
          />
        ))}
      </List>
    </>
  )
}
