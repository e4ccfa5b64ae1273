import { roleWords } from '@sidan/types/role-words'
import { listSheetInvitations } from '@sidan/types/sheet-imports'
import { formatShortCode } from '@sidan/types/short-codes'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Slip } from '../../shared/ui/slip.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import './invitation-slips.css'

const canPrint = process.env.TARO_ENV === 'h5'
const link = (code: string) =>
  canPrint ? `${window.location.origin}/#/account/invitation/invitation-page?code=${code}` : code

/** 纸条: one per invited person, with the code that is still open; to be printed and cut. */
export default function InvitationSlipsPage() {
  const { sheet: importId = '' } = useRouter().params
  const list = usePages(
    useCallback(
      (cursor?: string) => call(listSheetInvitations, { params: { importId } as never, query: { cursor, limit: 50 } }),
      [importId],
    ),
  )
  const words = useWords()
  const open = list.items.flatMap((one) => (one.code === null ? [] : [{ ...one, code: one.code }]))
  return (
    <Screen
      title="邀请纸条"
      load={list}
      shapes={['slip', 'slip']}
      bar={
        canPrint ? (
          <BottomBar>
            <Button size="l" grow icon="printer" onPress={() => window.print()}>
              {`打印这 ${open.length} 张`}
            </Button>
          </BottomBar>
        ) : (
          <BottomBar note="在电脑上打开这一页，就能打印" noteIcon="info" />
        )
      }
    >
      {open.length === 0 ? <Empty>没有等人用的邀请码了。</Empty> : null}
      <Box className="sd-invitation-slips">
        {open.map((one) => (
          <Slip
            key={one.invitationId}
            label={`纸条，${one.displayName}`}
            stub={<CodeCard value={link(one.code)} what="邀请码" typed={formatShortCode(one.code)} size="s" />}
          >
            <Subject title={`${one.displayName}，${roleWords[one.role]}`} line={one.unit.name} />
            <Box className="t-small sd-ink-2">
              {`扫码登录四单，输这个码就任。只能用一次，${words.dayOf(one.expiresAt)}以前有效。`}
            </Box>
          </Slip>
        ))}
      </Box>
      <More onTap={list.more} />
    </Screen>
  )
}
