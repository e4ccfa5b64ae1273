import { type Insurance, listMyInsurances } from '@sidan/types/insurances'
import {
  listMyQualifications,
  type Qualification,
  type QualificationKind,
  removeQualification,
} from '@sidan/types/qualifications'
import { useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { AddPaper } from './add-paper.tsx'
import { insuranceLine, paperLine, standingOf } from './papers-words.ts'

interface Papers {
  readonly items: readonly Qualification[]
  readonly kinds: readonly QualificationKind[]
  readonly insurances: readonly Insurance[]
}

async function load(): Promise<Outcome<Papers>> {
  const [papers, insurances] = await Promise.all([call(listMyQualifications), call(listMyInsurances)])
  if (!papers.ok) return papers
  if (!insurances.ok) return insurances
  return { ok: true, value: { ...papers.value, insurances: insurances.value.items } }
}

/** 我的资质与保险: what staff verified, what waits, until when; who is insured, and how to be. */
export default function MinePage() {
  const { value, failure, reload } = useLoad(load)
  const [adding, setAdding] = useState(false)
  const done = async () => {
    setAdding(false)
    await reload()
  }
  return (
    <Screen title="我的资质与保险" load={{ value, failure, reload }}>
      <SectionHead>资质</SectionHead>
      {value?.items.map((paper) => (
        <Paper key={paper.qualificationId} paper={paper} onDone={reload} />
      ))}
      {value?.items.length === 0 && !adding ? (
        <Card>
          <Box className="sd-ink-2">还没有。有的服务要看证，比如谈谈心事、用电检查。</Box>
        </Card>
      ) : null}
      {adding && value ? (
        <AddPaper kinds={value.kinds} onDone={done} />
      ) : (
        <Button kind="soft" icon="plus" onPress={() => setAdding(true)}>
          添一份资质
        </Button>
      )}
      <SectionHead>意外保险</SectionHead>
      <Insurances items={value?.insurances ?? []} />
    </Screen>
  )
}

function Insurances({ items }: { items: readonly Insurance[] }) {
  const words = useWords()
  if (items.length === 0)
    return (
      <Card>
        <Box className="sd-ink-2">还没有登记。有危险的服务要先有意外保险，由站里来登记。</Box>
      </Card>
    )
  return (
    <List>
      {items.map((insurance) => (
        <Row
          key={insurance.insuranceId}
          icon="shield-check"
          title={insurance.insurer}
          line={insuranceLine(insurance, words.date)}
          value={insurance.coversToday ? '保着' : undefined}
        />
      ))}
    </List>
  )
}

function Paper({ paper, onDone }: { paper: Qualification; onDone: () => Promise<void> }) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const { tone, icon, word } = standingOf(paper)
  const remove = async () => {
    const { qualificationId } = paper
    if (!(await act(() => call(removeQualification, { params: { qualificationId } })))) return
    toast('拿掉了')
    await onDone()
  }
  return (
    <Card label={paper.name}>
      <Box className="sd-stack">
        <Box className="sd-line">
          <Box className="sd-grow sd-strong">{paper.name}</Box>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </Box>
        <Box className="t-small sd-ink-2">{paperLine(paper, words.date)}</Box>
        <Button kind="outlined" size="s" label={`拿掉${paper.name}`} onPress={() => setAsking(true)}>
          拿掉
        </Button>
      </Box>
      <ConfirmSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`拿掉${paper.name}吗`}
        line="拿掉就删了，要用再交一份"
        word="拿掉"
        tone="danger"
        busy={busy && '正在办…'}
        onConfirm={() => void remove()}
      />
    </Card>
  )
}
