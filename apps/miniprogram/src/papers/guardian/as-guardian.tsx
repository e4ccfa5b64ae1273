import type { ReplyOf } from '@sidan/types/endpoint'
import { guardianNotice } from '@sidan/types/guardian-notices'
import { agreeAsGuardian, openGuardianRequest, type Ward, withdrawGuardianConsent } from '@sidan/types/guardians'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { NoticeCard } from './notice-card.tsx'

interface AsGuardianProps {
  readonly code: string
  readonly wards: readonly Ward[]
  readonly onDone: () => Promise<void>
}

/** A guardian's side: the code, who asks, the notice, the answer; and whom they agreed for. */
export function AsGuardian({ code: given, wards, onDone }: AsGuardianProps) {
  const [code, setCode] = useState(given)
  const [asks, setAsks] = useState<ReplyOf<typeof openGuardianRequest>>()
  const { act, busy } = useAct()
  const open = async () => {
    setAsks(await act(() => call(openGuardianRequest, { body: { code: code.trim() } })))
  }
  const agreed = async () => {
    setAsks(undefined)
    setCode('')
    await onDone()
  }
  return (
    <>
      {asks ? (
        <Answer code={code.trim()} asks={asks} onDone={agreed} onLeave={() => setAsks(undefined)} />
      ) : (
        <Card>
          <Box className="sd-stack">
            <Field
              kind="code"
              label="孩子给您的码"
              hint="孩子要做志愿服务，没满 18 岁，要您同意"
              maxLength={30}
              value={code}
              onInput={setCode}
              onDone={() => void open()}
            />
            <Button
              busy={busy && '正在找…'}
              disabledBecause={code.trim().length < 4 && '先输孩子给的码'}
              onPress={() => void open()}
            >
              看看是谁
            </Button>
          </Box>
        </Card>
      )}
      {wards.length > 0 ? <SectionHead>您同意了的</SectionHead> : null}
      <List>
        {wards.map((ward) => (
          <Agreed key={ward.consentId} ward={ward} onDone={onDone} />
        ))}
      </List>
    </>
  )
}

interface AnswerProps {
  readonly code: string
  readonly asks: ReplyOf<typeof openGuardianRequest>
  readonly onDone: () => Promise<void>
  readonly onLeave: () => void
}

function Answer({ code, asks, onDone, onLeave }: AnswerProps) {
  const { act, busy } = useAct()
  const agree = async () => {
    const body = { code, adult: true, noticeVersion: guardianNotice.version }
    if (!(await act(() => call(agreeAsGuardian, { body })))) return
    toast(`同意了，也告诉了${asks.minorName}`)
    await onDone()
  }
  return (
    <>
      <NoticeCard
        notice={guardianNotice}
        title={[`${asks.minorName}想做志愿服务`, asks.stationName].filter(Boolean).join('，')}
      />
      <Button size="l" busy={busy && '正在办…'} onPress={() => void agree()}>
        我是成年的监护人，同意
      </Button>
      <Button kind="text" onPress={onLeave}>
        先不同意
      </Button>
    </>
  )
}

function Agreed({ ward, onDone }: { ward: Ward; onDone: () => Promise<void> }) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const withdraw = async () => {
    const params = { consentId: ward.consentId }
    if (!(await act(() => call(withdrawGuardianConsent, { params })))) return
    setAsking(false)
    toast('收回了，马上生效')
    await onDone()
  }
  return (
    <>
      <Row
        icon="person"
        title={ward.minor.displayName}
        line={`${words.dayOf(ward.givenAt)}同意的`}
        action={
          <Button
            kind="outlined"
            size="s"
            label={`收回对${ward.minor.displayName}的同意`}
            onPress={() => setAsking(true)}
          >
            收回
          </Button>
        }
      />
      <ConfirmSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`收回对${ward.minor.displayName}的同意吗`}
        line="马上生效：不能再接新的服务，也不能签到"
        word="收回"
        tone="danger"
        busy={busy && '正在办…'}
        onConfirm={() => void withdraw()}
      />
    </>
  )
}
