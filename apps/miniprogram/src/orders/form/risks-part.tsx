import type { OrderForm } from '@sidan/types/order-forms'
import { Icon } from '../../shared/ui/icon.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'

export interface RisksPartProps {
  readonly form: OrderForm
  readonly answers: ReadonlyMap<string, boolean>
  readonly onAnswer: (code: string, present: boolean) => void
}

/** What whoever comes must know (rule-04): yes or no, prefilled, never an essay. */
export function RisksPart({ form, answers, onAnswer }: RisksPartProps) {
  if (form.risks.length === 0) return null
  const before = form.risks.every((risk) => risk.answeredBefore)
  return (
    <>
      <SectionHead aside={before ? '照上回填好了，变了再改' : '先按「没有」填的，有就点一下'}>
        家里有没有这些
      </SectionHead>
      <List>
        {form.risks.map(({ code, icon, question }) => (
          <Row
            key={code}
            lead={<Icon name={iconOf(icon)} className="sd-row-icon" />}
            title={question}
            action={
              <YesNo
                label={question}
                value={answers.get(code) ?? null}
                onAnswer={(present) => onAnswer(code, present)}
              />
            }
          />
        ))}
      </List>
    </>
  )
}
