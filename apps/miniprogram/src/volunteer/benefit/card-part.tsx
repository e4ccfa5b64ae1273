import { endBenefitCard, openBenefitCard } from '@sidan/types/benefit-cards'
import type { MyBenefit } from '@sidan/types/benefits'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { consentWords, periodWords, quotaWords } from '../benefit-words.ts'

interface CardPartProps {
  readonly benefit: MyBenefit
  readonly policyVersion: number
  readonly onDone: () => Promise<void>
}

/** 开通, 亮卡, 不用了: for a benefit that nobody scans. What is passed on stands above the button that agrees to it. */
export function CardPart({ benefit, policyVersion, onDone }: CardPartProps) {
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const may = (action: MyBenefit['allowedActions'][number]) => benefit.allowedActions.includes(action)
  const open = async () => {
    const body = { benefit: benefit.code, agreed: true, policyVersion }
    const opened = await act(() => call(openBenefitCard, { body, key }))
    setKey(newKey())
    if (opened) toast(`${periodWords(benefit)}开通了`)
    // Refused as well: the words may be of an older version.
    await onDone()
  }
  const end = async () => {
    const cardId = benefit.card?.cardId
    if (cardId && (await act(() => call(endBenefitCard, { params: { cardId } })))) toast('不用了，以后的名单里没有您')
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        {may('open-card') ? (
          <>
            <SectionHead as="h3">开通要把什么告诉谁</SectionHead>
            <Box>{consentWords(benefit)}</Box>
            <Button size="l" busy={busy && '正在开通…'} onPress={() => void open()}>
              看过了，同意，开通
            </Button>
          </>
        ) : null}
        {may('show-card') ? (
          <>
            <Box>{`上车时给司机看动着的卡，${quotaWords(benefit)}以内。没信号也能亮。`}</Box>
            <Button size="l" icon="eye" onPress={() => go('benefitCard', { code: benefit.code })}>
              亮卡
            </Button>
          </>
        ) : null}
        {benefit.card && benefit.kind === 'insurance' ? (
          <Box>您在今年的投保名单上。投好了，会登记在“我的证件”里，并告诉您。</Box>
        ) : null}
        {benefit.card && !benefit.earned ? <Box>有记录更正，时长不够了，这张卡先亮不出来。</Box> : null}
        {may('end-card') ? (
          <Button kind="text" busy={busy && '正在办…'} onPress={() => void end()}>
            不用了
          </Button>
        ) : null}
        {benefit.allowedActions.length === 0 ? <Box>时长到了就能开通。</Box> : null}
      </Box>
    </Card>
  )
}
