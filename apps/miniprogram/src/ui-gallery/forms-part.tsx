import { useState } from 'react'
import { Box } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Card } from '../shared/ui/card.tsx'
import { CheckTile } from '../shared/ui/check-tile.tsx'
import { ChoiceChips } from '../shared/ui/choice-chips.tsx'
import { Field } from '../shared/ui/field.tsx'
import { IconTile } from '../shared/ui/icon-tile.tsx'
import { List } from '../shared/ui/list.tsx'
import { Row } from '../shared/ui/row.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { Sheet } from '../shared/ui/sheet.tsx'
import { StarsInput } from '../shared/ui/stars.tsx'
import { Steps } from '../shared/ui/steps.tsx'
import { Subject } from '../shared/ui/subject.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { YesNo } from '../shared/ui/yes-no.tsx'

const change = (
  <Button kind="text" size="s" onPress={() => undefined}>
    换
  </Button>
)

/** The order form, fields with hint and error, ticks, stars, steps, a sheet. */
export function FormsPart() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Subject title="上门理发" line="免费·大约 40 分钟·自备毛巾" lead={<IconTile icon="scissors" size="l" />} />
      <When onOther={() => setOpen(true)} />
      <List label="地方和电话">
        <Row icon="pin" title="城畈社区 3 栋 1 单元 201" line="上回用的地址·接单的人才看得到" action={change} />
        <Row icon="phone" title="138****0126" line="不留电话也行，由站里联系您" action={change} />
      </List>
      <Risks />
      <Fields />
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title="换一天"
        line="上门理发·王阿姨"
        foot={
          <Button size="l" onPress={() => setOpen(false)}>
            就这天
          </Button>
        }
      >
        <Box className="t-body">周一到周五都有人，周末请先问站里。</Box>
      </Sheet>
    </>
  )
}

function When({ onOther }: { onOther: () => void }) {
  const [slot, setSlot] = useState('thu-am')
  const aside = (
    <Button kind="text" size="s" onPress={onOther}>
      换一天
    </Button>
  )
  return (
    <Card>
      <SectionHead as="h3" aside={aside}>
        什么时候方便
      </SectionHead>
      <ChoiceChips
        label="什么时候方便"
        layout="four"
        value={slot}
        onChoose={setSlot}
        choices={[
          { value: 'thu-am', word: '周四', below: '上午' },
          { value: 'thu-pm', word: '周四', below: '下午' },
          { value: 'fri-am', word: '周五', below: '上午' },
          { value: 'any', word: '都可以', below: '听安排' },
        ]}
      />
    </Card>
  )
}

function Risks() {
  const [answers, setAnswers] = useState<Record<string, boolean>>({ dog: false, stairs: true })
  const ask = (code: string, label: string) => (
    <YesNo
      label={label}
      value={answers[code] ?? null}
      onAnswer={(value) => setAnswers({ ...answers, [code]: value })}
    />
  )
  return (
    <>
      <SectionHead aside="照上回填好了，变了再改">家里有没有这些</SectionHead>
      <List label="家里有没有这些">
        <Row icon="dog" title="狗" action={ask('dog', '家里有狗吗')} />
        <Row icon="stairs" title="要爬楼梯" action={ask('stairs', '要爬楼梯吗')} />
        <Row icon="home-person" title="一个人住" action={ask('alone', '一个人住吗')} />
      </List>
    </>
  )
}

function Fields() {
  const [phone, setPhone] = useState('1380000012')
  const [words, setWords] = useState('耳朵背，敲门重一点')
  const [search, setSearch] = useState('')
  const [stars, setStars] = useState<number | null>(4)
  const [picked, setPicked] = useState(true)
  return (
    <>
      <Card>
        <Box className="sd-stack">
          <Steps steps={['时间', '地方', '确认']} current={1} />
          <Field
            label="手机号"
            kind="phone"
            value={phone}
            onInput={setPhone}
            hint="接单的人才看得到"
            error={phone.length === 11 ? undefined : '少了一位，手机号是 11 位'}
          />
          <TextArea label="还想说一句" optional value={words} onInput={setWords} maxLength={12} />
          <Field
            label="查找"
            labelHidden
            kind="search"
            icon="search"
            placeholder="单号、姓名首字母"
            value={search}
            onInput={setSearch}
          />
          <StarsInput label="给李师傅评几颗星" value={stars} onRate={setStars} />
        </Box>
      </Card>
      <List label="没有异常的">
        <Row
          lead={<CheckTile checked={picked} label="李师傅，上门理发" onToggle={() => setPicked(!picked)} />}
          title="李师傅·上门理发"
          line="A 级·服务码签到签退"
          value="1 小时 30 分"
        />
        <Row
          lead={<CheckTile checked={!picked} kind="radio" label="许老师" onToggle={() => setPicked(!picked)} />}
          title="许老师·四点半课堂"
          line="B 级"
          value="1 小时 45 分"
        />
      </List>
    </>
  )
}
