import { listMyBenefits, type MyBenefit } from '@sidan/types/benefits'
import { useRouter } from '@tarojs/taro'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { standingWords, termsWords, whyWords } from '../benefit-words.ts'
import { CardPart } from './card-part.tsx'
import { CodePart } from './code-part.tsx'
import { UsesPart } from './uses-part.tsx'

const load = () => call(listMyBenefits)

/** One benefit: its code or card, why it stands as it does, and what was used. */
export default function BenefitPage() {
  const { code = '' } = useRouter().params
  const { value, failure, reload } = useLoad(load)
  const benefit = value?.items.find((one) => one.code === code)
  return (
    <Screen title={benefit?.name ?? '礼遇'} load={{ value, failure, reload }} shapes={['head', 'card', 'rows']}>
      {value && !benefit ? <Empty>本县现在没有这项礼遇了。</Empty> : null}
      {value && benefit ? (
        <>
          <Subject title={standingWords(benefit, value.earnedMinutes)} line={termsWords(benefit)} />
          <How benefit={benefit} policyVersion={value.policyVersion} onDone={reload} />
          <Card>
            <SectionHead as="h3">怎么来的</SectionHead>
            <Box>{whyWords(benefit, value.earnedMinutes, value.policyVersion)}</Box>
          </Card>
          {benefit.kind === 'scan' ? <UsesPart key={benefit.usedCount} benefit={benefit} /> : null}
        </>
      ) : null}
    </Screen>
  )
}

interface HowProps {
  readonly benefit: MyBenefit
  readonly policyVersion: number
  readonly onDone: () => Promise<void>
}

function How({ benefit, policyVersion, onDone }: HowProps) {
  if (benefit.kind !== 'scan') return <CardPart benefit={benefit} policyVersion={policyVersion} onDone={onDone} />
  return benefit.allowedActions.includes('show-code') ? <CodePart benefit={benefit} onLeft={onDone} /> : null
}
