import { listMyBenefits, type MyBenefit } from '@sidan/types/benefits'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Progress } from '../../shared/ui/progress.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { standingWords, termsWords } from '../benefit-words.ts'

const load = () => call(listMyBenefits)

/** 礼遇: what the county gives for hours served; what is reached, and how far it is to the rest. */
export default function BenefitsPage() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="礼遇" load={{ value, failure, reload }} shapes={['card', 'card', 'card']}>
      {value ? (
        <>
          <Card>
            <Stat size="hero" kind="hours" label="累计服务时长" parts={minuteParts(value.earnedMinutes)} />
            <Box className="t-small sd-ink-2">只算审核通过的自愿服务。用礼遇不扣时长，也不扣积分。</Box>
          </Card>
          {value.items.length === 0 ? <Empty>本县还没有定礼遇。</Empty> : null}
          {value.items.map((benefit) => (
            <BenefitCard key={benefit.code} benefit={benefit} earnedMinutes={value.earnedMinutes} />
          ))}
        </>
      ) : null}
    </Screen>
  )
}

function verbOf({ kind, earned, card }: MyBenefit): string {
  if (!earned) return '看看'
  if (kind === 'scan') return '亮码使用'
  if (card === null) return '去开通'
  return kind === 'show' ? '去亮卡' : '看看'
}

function BenefitCard({ benefit, earnedMinutes }: { benefit: MyBenefit; earnedMinutes: number }) {
  const standing = standingWords(benefit, earnedMinutes)
  const open = () => go('benefit', { code: benefit.code })
  return (
    <Card label={benefit.name}>
      <Box className="sd-stack">
        <Subject
          size="title"
          title={benefit.name}
          line={termsWords(benefit)}
          tag={
            <Tag tone={benefit.earned ? 'brand' : 'stone'} icon={benefit.earned ? 'check' : 'hourglass'}>
              {standing}
            </Tag>
          }
        />
        {benefit.earned ? null : (
          <Progress
            label={`${minutesWords(earnedMinutes)}，${standing}`}
            parts={[{ name: '时长', amount: earnedMinutes, words: minutesWords(earnedMinutes) }]}
            whole={benefit.thresholdHours * 60}
            below={[standing, `${benefit.thresholdHours} 小时`]}
          />
        )}
        <Button
          size="s"
          kind={benefit.earned ? 'soft' : 'text'}
          label={`${verbOf(benefit)}，${benefit.name}`}
          onPress={open}
        >
          {verbOf(benefit)}
        </Button>
      </Box>
    </Card>
  )
}
