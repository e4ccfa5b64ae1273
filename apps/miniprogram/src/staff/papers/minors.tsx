import type { ReplyOf } from '@sidan/types/endpoint'
import { listMinors, recordPaperConsent, withdrawGuardianConsent } from '@sidan/types/guardians'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { PhotoPicker } from '../../shared/photos/photo-picker.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { PartList } from './part-list.tsx'

const load = (cursor?: string) => call(listMinors, { query: { cursor, limit: 30 } })
type Minor = ReplyOf<typeof listMinors>['items'][number]

interface OneProps {
  readonly minor: Minor
  readonly decides: boolean
  readonly onDone: () => Promise<void>
}

/** Volunteers under 18, and whether a guardian agreed. */
export function Minors({ decides }: { readonly decides: boolean }) {
  const pages = usePages(load)
  return (
    <PartList pages={pages} empty="这里没有未满 18 岁的志愿者。">
      {pages.items.map((minor) => (
        <One key={minor.person.personId} minor={minor} decides={decides} onDone={pages.reload} />
      ))}
    </PartList>
  )
}

function One({ minor, decides, onDone }: OneProps) {
  const words = useWords()
  const [recording, setRecording] = useState(false)
  const { consent } = minor
  return (
    <Card label={minor.person.displayName}>
      <Box className="sd-stack">
        <Box className="sd-line">
          <Box className="sd-grow sd-strong">{minor.person.displayName}</Box>
          {consent ? (
            <Tag tone="brand" icon="check-circle">
              家长同意了
            </Tag>
          ) : (
            <Tag tone="warm" icon="hourglass">
              还没同意
            </Tag>
          )}
        </Box>
        {consent ? (
          <Box className="t-small sd-ink-2">
            {`${consent.guardianName}，${words.dayOf(consent.givenAt)}${consent.how === 'paper' ? '，纸质' : '，在手机上'}`}
          </Box>
        ) : null}
        {decides && consent?.how === 'paper' ? (
          <Withdraw consentId={consent.consentId} name={minor.person.displayName} onDone={onDone} />
        ) : null}
        {decides && !consent && !recording ? (
          <Button kind="soft" onPress={() => setRecording(true)}>
            登记纸质同意书
          </Button>
        ) : null}
        {recording && !consent ? <RecordPaper minor={minor} onDone={onDone} /> : null}
      </Box>
    </Card>
  )
}

function RecordPaper({ minor, onDone }: { readonly minor: Minor; readonly onDone: () => Promise<void> }) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const { act, busy } = useAct()
  const [photo] = photos
  const record = async () => {
    const body = {
      personId: minor.person.personId,
      guardianName: name.trim(),
      guardianPhone: phone.trim(),
      photo: photo ?? '',
    }
    if (!(await act(() => call(recordPaperConsent, { body })))) return
    toast(`登记了，也告诉了${minor.person.displayName}`)
    await onDone()
  }
  const missing =
    (name.trim() === '' && '先写监护人姓名') ||
    (!/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone.trim()) && '手机号是 11 位，座机要带区号') ||
    (photo === undefined && '先拍下签了字的同意书')
  return (
    <>
      <Field label="监护人姓名" maxLength={20} value={name} onInput={setName} hint="加密存放" />
      <Field kind="phone" label="监护人电话" value={phone} onInput={setPhone} />
      <PhotoPicker most={1} hashes={photos} onChange={setPhotos} words="拍签了字的同意书" />
      <Button busy={busy && '正在登记…'} disabledBecause={missing} onPress={() => void record()}>
        登记同意书
      </Button>
    </>
  )
}

interface WithdrawProps {
  readonly consentId: NonNullable<Minor['consent']>['consentId']
  readonly name: string
  readonly onDone: () => Promise<void>
}

function Withdraw({ consentId, name, onDone }: WithdrawProps) {
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const withdraw = async () => {
    if (!(await act(() => call(withdrawGuardianConsent, { params: { consentId } })))) return
    setAsking(false)
    toast('收回了，马上生效')
    await onDone()
  }
  return (
    <>
      <Button kind="outlined" size="s" label={`家长收回对${name}的同意`} onPress={() => setAsking(true)}>
        家长收回了
      </Button>
      <ConfirmSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`家长收回对${name}的同意了吗`}
        line="马上生效：不能再接新的服务，也不能签到"
        word="收回"
        tone="danger"
        busy={busy && '正在办…'}
        onConfirm={() => void withdraw()}
      />
    </>
  )
}
