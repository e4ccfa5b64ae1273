import type { UnitRef } from '@sidan/types/organisation'
import { listScreens, revokeScreen, type Screen as WallScreen } from '@sidan/types/screens'
import { formatShortCode } from '@sidan/types/short-codes'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { UnitScreen } from '../unit-screen.tsx'
import { EnrolSheet } from './enrol-sheet.tsx'

/** 站里的屏: which screens show codes at a unit, a new one by the code that it shows, and an end to one. */
export default function ScreensPage() {
  const { code = '' } = useRouter().params
  const [scanned, setScanned] = useState(code)
  return (
    <UnitScreen
      title="站里的屏"
      signedOut="登录了才能接屏。"
      notice={
        scanned ? (
          <Notice tone="info" icon="scan" title={`屏上的码是 ${formatShortCode(scanned)}`}>
            看看下面是不是它挂的站，是就点「接一块屏」
          </Notice>
        ) : undefined
      }
    >
      {(unit) => <OneUnit unit={unit} code={scanned} onEnrolled={() => setScanned('')} />}
    </UnitScreen>
  )
}

interface OneUnitProps {
  readonly unit: UnitRef
  readonly code: string
  readonly onEnrolled: () => void
}

function OneUnit({ unit, code, onEnrolled }: OneUnitProps) {
  const { unitId } = unit
  const { value, failure, reload } = useLoad(useCallback(() => call(listScreens, { params: { unitId } }), [unitId]))
  const [enrolling, setEnrolling] = useState(false)
  const [ending, setEnding] = useState<WallScreen>()
  const done = async () => {
    setEnrolling(false)
    setEnding(undefined)
    await reload()
  }
  if (!value) return failure ? <Empty>{problemText(failure)}</Empty> : null
  return (
    <>
      <SectionHead>{unit.name}</SectionHead>
      {value.items.length === 0 ? (
        <Empty>这里还没有屏。旧平板、旧电视，能上网能开网页的就行。</Empty>
      ) : (
        value.items.map((screen) => <OneScreen key={screen.screenId} screen={screen} onEnd={() => setEnding(screen)} />)
      )}
      <Button icon="plus" onPress={() => setEnrolling(true)}>
        接一块屏
      </Button>
      {enrolling ? (
        <EnrolSheet
          unit={unit}
          code={code}
          onClose={() => setEnrolling(false)}
          onDone={async () => {
            onEnrolled()
            await done()
          }}
        />
      ) : null}
      <EndSheet screen={ending} onClose={() => setEnding(undefined)} onDone={done} />
    </>
  )
}

/** A screen asks once a minute. */
const hereMs = 3 * 60_000
const codesMs = 12 * 3_600_000

function OneScreen({ screen, onEnd }: { readonly screen: WallScreen; readonly onEnd: () => void }) {
  const words = useWords()
  const { lastSeenAt } = screen
  const agoMs = lastSeenAt === null ? 0 : Date.parse(words.now) - Date.parse(lastSeenAt)
  const seen = lastSeenAt === null ? '还没出过码' : `上次联网 ${words.ago(lastSeenAt)}`
  return (
    <Card label={screen.name}>
      <Box className="sd-between">
        <Box className="sd-strong">{screen.name}</Box>
        {lastSeenAt === null ? null : agoMs < hereMs ? (
          <Tag tone="brand" icon="check-circle">
            在线
          </Tag>
        ) : (
          <Tag tone={agoMs < codesMs ? 'stone' : 'danger'} icon="offline">
            {agoMs < codesMs ? '没联网，照常出码' : '没联网，码用完了'}
          </Tag>
        )}
      </Box>
      <Box className="t-small sd-ink-2">{`${seen}·${screen.enrolledByName}${words.dayOf(screen.enrolledAt)}接的`}</Box>
      <CardActions>
        <Button kind="outlined" size="s" label={`停用，${screen.name}`} onPress={onEnd}>
          停用
        </Button>
      </CardActions>
    </Card>
  )
}

interface EndSheetProps {
  readonly screen: WallScreen | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

function EndSheet({ screen, onClose, onDone }: EndSheetProps) {
  const { act, busy } = useAct()
  const end = async () => {
    if (!screen || !(await act(() => call(revokeScreen, { params: { screenId: screen.screenId } })))) return
    toast(`${screen.name}停用了`)
    await onDone()
  }
  return (
    <Sheet
      open={screen !== undefined}
      onClose={onClose}
      title={`停用${screen?.name ?? ''}`}
      foot={
        <Button tone="danger" size="l" grow busy={busy && '正在办…'} onPress={() => void end()}>
          停用
        </Button>
      }
    >
      <Box className="sd-ink-2">从现在起，这块屏出的码都不算；以前扫过的照样算。还要用，就在屏上重新接一次。</Box>
    </Sheet>
  )
}
