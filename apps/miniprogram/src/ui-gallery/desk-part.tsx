import { useState } from 'react'
import { BottomBar } from '../shared/ui/bottom-bar.tsx'
import { Box, Span } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Card } from '../shared/ui/card.tsx'
import { CheckTile } from '../shared/ui/check-tile.tsx'
import { DeskBar, TwoPanes } from '../shared/ui/desk-bar.tsx'
import { Facts } from '../shared/ui/facts.tsx'
import { Field } from '../shared/ui/field.tsx'
import { FourTiles } from '../shared/ui/four-tiles.tsx'
import { KeyHint } from '../shared/ui/key-hint.tsx'
import { List } from '../shared/ui/list.tsx'
import { Page } from '../shared/ui/page.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { StatusTag } from '../shared/ui/status-tag.tsx'
import { Subject } from '../shared/ui/subject.tsx'

/** A staff desk of 1024 px and more: list and detail. */
export function DeskPart() {
  return (
    <Page title="新市街道实践所" deskBar={<Bar />}>
      <TwoPanes
        list={<Work />}
        listFoot={
          <>
            <Span>选了 1 条</Span>
            <Box className="sd-line">
              <KeyHint>J</KeyHint>
              <KeyHint>K</KeyHint>
              <Span>上下</Span>
            </Box>
          </>
        }
        detail={<Detail />}
        bar={
          <BottomBar>
            <Button keyHint="↵" onPress={() => undefined}>
              派给李师傅
            </Button>
          </BottomBar>
        }
      />
    </Page>
  )
}

function Bar() {
  const [words, setWords] = useState('')
  return (
    <DeskBar
      unit="新市街道实践所"
      person="周主任"
      current="work"
      onOpen={() => undefined}
      places={[
        { key: 'work', word: '待办 23' },
        { key: 'orders', word: '单子' },
        { key: 'records', word: '时长' },
        { key: 'numbers', word: '数据' },
      ]}
      search={
        <Field
          label="查找"
          labelHidden
          kind="search"
          icon="search"
          placeholder="单号、姓名首字母"
          value={words}
          onInput={setWords}
        />
      }
    />
  )
}

function Work() {
  const tick = <CheckTile checked={false} label="选上" onToggle={() => undefined} />
  return (
    <>
      <SectionHead icon="warn" tone="danger">
        过时了 2
      </SectionHead>
      <List>
        <Row
          lead={tick}
          weight="strong"
          title="换水龙头"
          line="刘叔·城畈站"
          value={<StatusTag state="triaged" reader="staff" late />}
        />
        <Row
          lead={tick}
          weight="strong"
          current
          title="上门理发"
          line="王阿姨，71 岁·城畈站"
          value={<StatusTag state="triaged" reader="staff" />}
        />
      </List>
    </>
  )
}

function Detail() {
  return (
    <>
      <Subject
        title="上门理发·王阿姨"
        tag={<StatusTag state="triaged" reader="staff" />}
        aside="7K2M-9X·今天 17:00 前要有人答复"
      />
      <Box className="sd-halves">
        <Card>
          <Facts
            facts={[
              { name: '想要的时间', value: '周四 11月26日 9:00–10:00' },
              { name: '她说', value: '耳朵背，敲门重一点' },
            ]}
          />
        </Card>
        <Card>
          <FourTiles
            tiles={[
              { state: 'done', below: '周二 9:20' },
              { state: 'now', below: '等周主任' },
              { state: 'next' },
              { state: 'next' },
            ]}
          />
        </Card>
      </Box>
    </>
  )
}
