import { type Certificate, certificatePdfPath } from '@sidan/types/certificates'
import { openFile } from '../../shared/api/files.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { copyLink, linkTo } from '../../shared/navigation/links.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { CertificateTag } from '../certificate-tag.tsx'

interface CertificateCardProps {
  readonly certificate: Certificate
  readonly open: boolean
  readonly onToggle: () => void
}

/** One certificate: what it says; opened, its code and how it is handed over. */
export function CertificateCard({ certificate, open, onToggle }: CertificateCardProps) {
  const words = useWords()
  const { number, state, path, fromDay, untilDay } = certificate
  const { act, busy } = useAct()
  const valid = state === 'valid'
  const save = () => act(() => openFile(certificatePdfPath(certificate.certificateId), `${number}.pdf`))
  return (
    <Card label={`证明 ${number}`}>
      <Box className="sd-stack">
        <Subject
          size="card"
          tag={<CertificateTag state={state} />}
          aside={words.dayOf(certificate.issuedAt)}
          title={`${words.date(fromDay)}到${words.date(untilDay)}`}
          line={`编号 ${number}`}
        />
        <Facts
          facts={[
            { name: '打卡时长', value: minutesWords(certificate.clockedMinutes) },
            { name: '申报时长', value: minutesWords(certificate.declaredMinutes) },
            { name: '服务', value: `${certificate.recordCount} 次` },
          ]}
        />
        {certificate.words ? (
          <Notice tone="danger" icon="cross" title="为什么撤销">
            {certificate.words}
          </Notice>
        ) : null}
        {valid && open ? <CodeCard value={linkTo(path)} what={`查验码 ${number}`} /> : null}
      </Box>
      {valid ? (
        <>
          <CardActions>
            <Button kind="outlined" label={`${open ? '收起' : '出示二维码'}，${number}`} onPress={onToggle}>
              {open ? '收起' : '出示二维码'}
            </Button>
            <Button
              grow
              icon="document"
              label={`下载 PDF，${number}`}
              busy={busy && '正在取…'}
              onPress={() => void save()}
            >
              下载 PDF
            </Button>
          </CardActions>
          <Button
            kind="text"
            size="s"
            label={`复制查验网址，${number}`}
            onPress={() => void copyLink(path, '复制好了，谁打开都能查')}
          >
            复制查验网址
          </Button>
        </>
      ) : null}
    </Card>
  )
}
