import {
  listQualifications,
  QualificationRefusal,
  refuseQualification,
  type SomebodysQualification,
  verifyQualification,
} from '@sidan/types/qualifications'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { PhotoShown } from '../../shared/photos/photo-shown.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { PartList } from './part-list.tsx'

const load = (cursor?: string) => call(listQualifications, { query: { filter: 'waiting', cursor, limit: 30 } })

const reasonWords: Record<QualificationRefusal, string> = {
  unreadable: '照片看不清',
  'not-matching': '和写的对不上',
  over: '已经过期',
  'not-this-kind': '不是这种证',
  other: '别的原因',
}
const reasons = QualificationRefusal.options.map((code) => ({ code, text: reasonWords[code] }))

/** Papers that wait, oldest first. */
export function Waiting({ decides }: { readonly decides: boolean }) {
  const pages = usePages(load)
  return (
    <PartList pages={pages} empty="没有等着核的。">
      {pages.items.map((paper) => (
        <One key={paper.qualificationId} paper={paper} decides={decides} onDone={pages.reload} />
      ))}
    </PartList>
  )
}

interface OneProps {
  readonly paper: SomebodysQualification
  readonly decides: boolean
  readonly onDone: () => Promise<void>
}

function One({ paper, decides, onDone }: OneProps) {
  const words = useWords()
  const [refusing, setRefusing] = useState(false)
  const { act, busy } = useAct()
  const params = { qualificationId: paper.qualificationId }
  const verify = async () => {
    const body = { paperSeen: paper.photo === null }
    if (!(await act(() => call(verifyQualification, { params, body })))) return
    toast(`核过了，也告诉了${paper.person.displayName}`)
    await onDone()
  }
  const refuse = async (code: string, more: string | undefined) => {
    const reason = QualificationRefusal.options.find((one) => one === code) ?? 'other'
    const body = { reason, ...(more === undefined ? {} : { words: more }) }
    if (!(await act(() => call(refuseQualification, { params, body })))) return
    toast(`没核上，也告诉了${paper.person.displayName}`)
    await onDone()
  }
  const until = paper.validUntilDay === null ? '长期有效' : `到${words.date(paper.validUntilDay)}`
  return (
    <Card label={`${paper.person.displayName}的${paper.name}`}>
      <Box className="sd-stack">
        <Box as="h2" className="sd-strong">{`${paper.person.displayName}·${paper.name}`}</Box>
        <Box className="t-small sd-ink-2">
          {[paper.issuer, until, paper.homeStationName, `${words.dayOf(paper.addedAt)}交的`].filter(Boolean).join('·')}
        </Box>
        {paper.photo ? (
          <PhotoShown hash={paper.photo} alt={`${paper.name}的照片`} />
        ) : (
          <Box className="t-small sd-ink-2">没有照片，要看过原件才能通过。</Box>
        )}
      </Box>
      {decides ? (
        <CardActions>
          <Button grow busy={busy && '正在办…'} onPress={() => void verify()}>
            {paper.photo ? '和写的一样，通过' : '看过原件，通过'}
          </Button>
          <Button
            kind="outlined"
            label={`不通过${paper.person.displayName}的${paper.name}`}
            onPress={() => setRefusing(true)}
          >
            不通过
          </Button>
        </CardActions>
      ) : null}
      <ReasonSheet
        open={refusing}
        onClose={() => setRefusing(false)}
        title="为什么不通过"
        line="本人看得到，可以再交一份"
        reasons={reasons}
        mayAdd
        busy={busy}
        onChoose={(code, more) => void refuse(code, more)}
      />
    </Card>
  )
}
