import { closeAccount, getMyData, type MyData } from '@sidan/types/my-data'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { endSession } from '../../shared/session/end-session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = () => call(getMyData)

/** What happens to what is still open, only as far as there is any. */
function effects({ closing }: MyData): { title: string; line: string }[] {
  const { openOrders, acceptedOrders, signups, pairings, heldVouchers, points, roles, teams } = closing
  const each: [number, string, string][] = [
    [openOrders, `${openOrders} 张没办的单会撤销`, '站里会知道，不会白跑'],
    [acceptedOrders, `${acceptedOrders} 张接了的单会退回`, '站里会另外找人'],
    [signups, `${signups} 个报名会退掉`, '位子让给后面的人'],
    [pairings, `${pairings} 个结对会结束`, '对方和站里会知道'],
    [heldVouchers, `${heldVouchers} 张券会退回`, '东西放回架上'],
    [points, `${points} 积分不能再用`, '想用先去爱心超市换'],
    [roles, `${roles} 个岗位会结束`, '要有人接手，先跟上一级说一声'],
    [teams, `会退出 ${teams} 支队伍`, '队长会看到人少了'],
  ]
  return each.filter(([count]) => count > 0).map(([, title, line]) => ({ title, line }))
}

/** 注销: what goes, what stays and why, then twice on purpose (rules 23, 26). */
export default function ClosePage() {
  const { value: mine, failure, reload } = useLoad(load)
  const [understood, setUnderstood] = useState(false)
  const [key] = useState(newKey)
  const { act, busy } = useAct()
  const close = async () => {
    if (!(await act(() => call(closeAccount, { body: { understood }, key })))) return
    toast('账号注销了')
    await endSession()
  }
  return (
    <Screen title="注销账号" load={{ value: mine, failure, reload }}>
      {mine ? (
        <>
          <Subject title="注销了就找不回来" line="只是想歇一阵，可以在“我的资料”里点“歇一阵”" />
          <List label="会删掉的">
            <Row icon="cross" title="马上删掉" line="称呼、姓名、地址、电话、微信绑定，您写过的话，收到的通知" />
            <Row
              icon="lock"
              title="按规定留 10 年"
              line="做过的服务记录。只留时间和内容，上面写“已注销”，没有您的名字"
            />
            <Row icon="person" title="以后还能再来" line="用同一个微信登录，就是一个新账号，以前的接不上" />
          </List>
          {effects(mine).length > 0 ? <SectionHead>还没了结的</SectionHead> : null}
          <List>
            {effects(mine).map(({ title, line }) => (
              <Row key={title} title={title} line={line} />
            ))}
          </List>
          <Card>
            <Box className="sd-between">
              <Box>我明白了，注销后找不回来</Box>
              <CheckTile
                checked={understood}
                onToggle={() => setUnderstood(!understood)}
                label="我明白了，注销后找不回来"
              />
            </Box>
          </Card>
          <Button
            tone="danger"
            busy={busy && '正在注销…'}
            disabledBecause={!understood && '先点“我明白了”'}
            onPress={() => void close()}
          >
            注销我的账号
          </Button>
          <Button kind="outlined" onPress={goBack}>
            先不注销
          </Button>
        </>
      ) : null}
    </Screen>
  )
}
