import { useState } from 'react'
import { Avatar } from '../shared/ui/avatar.tsx'
import { Box, Span } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Card, CardActions } from '../shared/ui/card.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { iconOf, iconShapes } from '../shared/ui/icon-shapes.ts'
import { IconTile } from '../shared/ui/icon-tile.tsx'
import { List } from '../shared/ui/list.tsx'
import { Mark, Seal } from '../shared/ui/mark.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { Subject } from '../shared/ui/subject.tsx'
import { Tag } from '../shared/ui/tag.tsx'

const names = Object.keys(iconShapes).map(iconOf)

/** Head of a station, rows, buttons in all states, people, marks, icons. */
export function PartsPart() {
  return (
    <>
      <StationHead />
      <Offers />
      <Buttons />
      <Card>
        <SectionHead as="h3">人和印</SectionHead>
        <Box className="sd-line">
          <Avatar name="李师傅" />
          <Avatar name="小郑" size="l" />
          <Mark />
          <Seal lines={['服务', '证明']} />
        </Box>
      </Card>
      <Card>
        <SectionHead as="h3">图标</SectionHead>
        <Box className="gallery-icons">
          {names.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </Box>
      </Card>
    </>
  )
}

function StationHead() {
  return (
    <Subject
      drawing
      title="城畈社区实践站"
      line="新市街道·今天开到 17:30·陈姐值班"
      tag={
        <Tag tone="brand" icon="check-circle">
          开放中
        </Tag>
      }
    />
  )
}

function Offers() {
  const order = (title: string) => (
    <Button kind="soft" size="s" label={`点单，${title}`} onPress={() => undefined}>
      点单
    </Button>
  )
  return (
    <>
      <List label="这里能点的" indented>
        <Row
          weight="strong"
          title="上门理发"
          line="当天答复·60 岁以上优先"
          lead={<IconTile icon="scissors" />}
          action={order('上门理发')}
        />
        <Row
          weight="strong"
          title="量血压测血糖"
          line="站里随到随做，也可以上门"
          lead={<IconTile icon="pulse" />}
          action={order('量血压测血糖')}
        />
        <Row
          weight="strong"
          title="手机教学"
          line="一对一，大约 1 小时"
          lead={<IconTile icon="mobile" />}
          action={order('手机教学')}
        />
        <Row
          weight="strong"
          title="水电小修"
          line="三天内答复·换件自备"
          lead={<IconTile icon="wrench" />}
          action={order('水电小修')}
        />
      </List>
      <List label="我的">
        <Row icon="gift" title="积分" value={<Span className="sd-points">386 分</Span>} onOpen={() => undefined} />
        <Row icon="shield-check" title="保险" value="有效到 2027年3月" onOpen={() => undefined} />
      </List>
    </>
  )
}

function Buttons() {
  const [busy, setBusy] = useState(true)
  return (
    <Card>
      <SectionHead
        as="h3"
        aside={
          <Button kind="text" size="s" onPress={() => setBusy(!busy)}>
            换一换
          </Button>
        }
      >
        按钮
      </SectionHead>
      <Box className="sd-stack">
        <Button size="l" busy={busy && '正在派单…'} onPress={() => undefined}>
          派给李师傅
        </Button>
        <Button kind="soft" icon="phone" onPress={() => undefined}>
          打电话
        </Button>
        <Button kind="outlined" keyHint="R" onPress={() => undefined}>
          退回
        </Button>
        <Button disabledBecause="还差一个时间，选好就能点" onPress={() => undefined}>
          确认点单
        </Button>
        <Button kind="outlined" tone="danger" onPress={() => undefined}>
          撤销这张单
        </Button>
        <Button kind="text" icon="question" onPress={() => undefined}>
          怎么来的
        </Button>
      </Box>
      <CardActions>
        <Button size="s" grow onPress={() => undefined}>
          审核通过
        </Button>
        <Button size="s" kind="outlined" onPress={() => undefined}>
          退回
        </Button>
      </CardActions>
    </Card>
  )
}
