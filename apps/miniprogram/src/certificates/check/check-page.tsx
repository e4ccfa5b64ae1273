import {
  type CheckedCertificate,
  checkCertificate,
  readCertificateNumber,
  revokeCertificate,
} from '@sidan/types/certificates'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'
import { CertificateTag } from '../certificate-tag.tsx'

const why = ['记录有误，还没更正', '别人冒领', '本人要求撤销'].map((text) => ({ code: text, text }))

/** 核对证明: the county's keeper looks one up by its number, and revokes it with a reason. */
export default function CheckCertificatesPage() {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<CheckedCertificate>()
  const [revoking, setRevoking] = useState(false)
  const { act, busy } = useAct()
  const look = async () => {
    const number = readCertificateNumber(typed)
    if (!number) return sayProblem('编号是六位数字、一条短横、十二个字母或数字，再看一遍')
    const params = { countyId: number.countyId, code: number.code } as never
    setFound(await act(() => call(checkCertificate, { params })))
  }
  const revoke = async (reason: string, added: string | undefined) => {
    if (!found) return
    const words = added ? `${reason}。${added}` : reason
    const asking = { params: { number: found.number }, body: { words } }
    if (!(await act(() => call(revokeCertificate, asking)))) return
    setRevoking(false)
    toast('撤销了，也告诉了本人')
    await look()
  }
  return (
    <Screen title="核对证明">
      <Field
        label="证明编号"
        kind="code"
        placeholder="420882-…"
        maxLength={30}
        value={typed}
        onInput={setTyped}
        onDone={() => void look()}
      />
      <Button size="l" busy={busy && '正在查…'} onPress={() => void look()}>
        查一查
      </Button>
      {found ? <Found checked={found} onRevoke={() => setRevoking(true)} /> : null}
      <ReasonSheet
        open={revoking}
        onClose={() => setRevoking(false)}
        title="撤销这张证明"
        line="本人会看到为什么；谁再扫码都看到已撤销"
        reasons={why}
        mayAdd
        busy={busy}
        onChoose={(reason, words) => void revoke(reason, words)}
      />
    </Screen>
  )
}

function Found({ checked, onRevoke }: { readonly checked: CheckedCertificate; readonly onRevoke: () => void }) {
  const words = useWords()
  return (
    <Card label={`证明 ${checked.number}`}>
      <Box className="sd-stack">
        <Subject
          size="card"
          tag={<CertificateTag state={checked.state} />}
          aside={words.date(checked.issuedOn)}
          title={`${checked.maskedName}·${words.date(checked.fromDay)}到${words.date(checked.untilDay)}`}
          line={checked.issuer}
        />
        <Facts
          facts={[
            { name: '打卡时长', value: minutesWords(checked.clockedMinutes) },
            { name: '申报时长', value: minutesWords(checked.declaredMinutes) },
            { name: '服务内容', value: checked.contents.map(({ title, times }) => `${title} ${times} 次`).join('，') },
          ]}
        />
      </Box>
      {checked.state === 'valid' ? (
        <CardActions>
          <Button grow kind="outlined" onPress={onRevoke}>
            撤销这张证明
          </Button>
        </CardActions>
      ) : null}
    </Card>
  )
}
