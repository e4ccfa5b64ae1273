import { OrderState } from '@sidan/types/order-states'
import { Avatar } from '../shared/ui/avatar.tsx'
import { Box, Span } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Card, CardActions, Divider, OddReason } from '../shared/ui/card.tsx'
import { CodeCard } from '../shared/ui/code-card.tsx'
import { FourTiles } from '../shared/ui/four-tiles.tsx'
import { Notice } from '../shared/ui/notice.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { Slip } from '../shared/ui/slip.tsx'
import { StatusTag } from '../shared/ui/status-tag.tsx'
import { Subject } from '../shared/ui/subject.tsx'
import { Tag } from '../shared/ui/tag.tsx'
import { Timeline } from '../shared/ui/timeline.tsx'

/** An order's progress, a work card, odd ones, a voucher, every status for both readers. */
export function OrdersPart() {
  return (
    <>
      <Progress />
      <Who />
      <Card>
        <Timeline
          label="经过"
          events={[
            { key: '3', what: '9:02 的签到', when: '等待同步', kind: 'waiting' },
            { key: '2', what: '李师傅接了单', when: '13:52' },
            { key: '1', what: '陈姐派给李师傅', when: '11:40', why: '会理发，住得近，周四上午有空' },
            { key: '0', what: '站里改了时间', when: '10:05', why: '原来写的是周三', kind: 'correction' },
          ]}
        />
      </Card>
      <WorkCards />
      <Voucher />
      <Card>
        <SectionHead as="h3">居民看到的 / 工作人员看到的</SectionHead>
        {OrderState.options.map((state) => (
          <Box key={state} className="sd-between">
            <StatusTag state={state} reader="resident" />
            <StatusTag state={state} reader="staff" />
          </Box>
        ))}
      </Card>
    </>
  )
}

function Progress() {
  return (
    <Slip
      label="这张单"
      stub={
        <FourTiles
          tiles={[
            { state: 'done', below: '周二 9:20' },
            { state: 'done', below: '周二 11:40' },
            { state: 'now', below: '等李师傅' },
            { state: 'next', below: '服务后请评' },
          ]}
        />
      }
    >
      <Subject
        title="李师傅周四上午来理发"
        line="11月26日 周四 9:00–10:00·上门"
        tag={<StatusTag state="accepted" reader="resident" />}
        aside="单号 7K2M-9X"
      />
    </Slip>
  )
}

function Who() {
  return (
    <Card>
      <Box className="sd-stack">
        <Box className="sd-line">
          <Avatar name="李师傅" />
          <Box className="sd-grow">
            <Box className="sd-strong">李师傅</Box>
            <Box className="t-small sd-ink-2">金剪刀志愿队</Box>
          </Box>
          <Button kind="soft" size="s" icon="phone" dials="07240000118" onPress={() => undefined}>
            打电话
          </Button>
        </Box>
        <Notice tone="warm" icon="shield-check" aside="桂花">
          开门前对一对，他也有
        </Notice>
      </Box>
    </Card>
  )
}

function WorkCards() {
  return (
    <>
      <SectionHead icon="warn" tone="danger" aside="已同时报给街道所周主任">
        过时了 1
      </SectionHead>
      <Card>
        <Subject
          size="card"
          title="换水龙头"
          line="刘叔·城畈 5 栋·漏水，一个人住"
          tag={<StatusTag state="triaged" reader="staff" late />}
          aside="过时 40 分钟"
          late
        />
        <CardActions>
          <Button size="s" grow onPress={() => undefined}>
            派单
          </Button>
          <Button size="s" kind="outlined" onPress={() => undefined}>
            打电话
          </Button>
        </CardActions>
      </Card>
      <Card odd={{ icon: 'clock', reason: '时间撞上了另一条' }}>
        <Box className="sd-between sd-strong">
          <Span>何婶·手机教学</Span>
          <Span>2 小时</Span>
        </Box>
        <Box className="t-small sd-ink-2">14:00–16:00，其中半小时和「社区清洁」重叠</Box>
        <Divider />
        <OddReason icon="document" reason="证据 C 级，补录的" />
        <Box className="sd-strong">吴嫂·敬老院包饺子</Box>
      </Card>
    </>
  )
}

function Voucher() {
  return (
    <>
      <Slip
        label="洗衣液的券"
        stub={
          <Box className="sd-between">
            <Span className="t-page">V3QD-8KT</Span>
            <Button size="s" kind="soft" onPress={() => undefined}>
              放大给人扫
            </Button>
          </Box>
        }
      >
        <Subject
          size="title"
          title="洗衣液 2 公斤"
          line="占着 60 分，领走才扣"
          tag={
            <Tag tone="warm" icon="ticket">
              待领取
            </Tag>
          }
          end={<CodeCard size="s" value="sidan:voucher:V3QD-8KT" what="领取码" />}
        />
      </Slip>
      <Card>
        <CodeCard
          value="sidan:voucher:V3QD-8KT"
          what="领取码"
          typed="V3QD-8KT"
          over={{ word: '已领走', when: '12月1日 10:12' }}
        />
      </Card>
    </>
  )
}
