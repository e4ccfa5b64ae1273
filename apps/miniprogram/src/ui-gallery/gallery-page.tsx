import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '../shared/ui/bottom-bar.tsx'
import { Button } from '../shared/ui/button.tsx'
import { CallButton } from '../shared/ui/call-button.tsx'
import { ChoiceChips } from '../shared/ui/choice-chips.tsx'
import { setElder, setTheme, useModes } from '../shared/ui/modes.ts'
import { Notice } from '../shared/ui/notice.tsx'
import { Page } from '../shared/ui/page.tsx'
import { PageFoot } from '../shared/ui/page-foot.tsx'
import { TabBar } from '../shared/ui/tab-bar.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { DeskPart } from './desk-part.tsx'
import './gallery.css'
import { FormsPart } from './forms-part.tsx'
import { NumbersPart } from './numbers-part.tsx'
import { OrdersPart } from './orders-part.tsx'
import { PartsPart } from './parts-part.tsx'
import { StatesPart } from './states-part.tsx'

const parts = [
  { value: 'parts', word: '零件' },
  { value: 'forms', word: '填写' },
  { value: 'orders', word: '单子' },
  { value: 'numbers', word: '数字' },
  { value: 'states', word: '状态' },
  { value: 'desk', word: '桌面' },
] as const

type Part = (typeof parts)[number]['value']

/** Every component in every state, for eyes and for the browser tests; built only with TARO_APP_GALLERY=1. `?part=forms&elder=1&theme=dark` opens it as asked. */
export default function GalleryPage() {
  const { params } = useRouter()
  const { elder, theme } = useModes()
  const [part, setPart] = useState<Part>(parts.find(({ value }) => value === params.part)?.value ?? 'parts')
  useEffect(() => {
    setElder(params.elder === '1')
    setTheme(params.theme === 'dark' ? 'dark' : 'light')
  }, [params.elder, params.theme])
  if (part === 'desk') return <DeskPart />
  return (
    <Page
      title="组件"
      notice={
        <Notice tone="stone" icon="offline" title="没有信号，照常服务">
          签到已记在手机里，有网会自己送上去
        </Notice>
      }
      bar={part === 'forms' ? <FormBar /> : undefined}
      tabs={part === 'orders' ? <Tabs /> : undefined}
      call={<CallButton title="打电话给站里" line="陈姐接，到 17:30" phone="07240000118" />}
      foot={
        <PageFoot
          organiser="京山市新时代文明实践中心"
          filingNumber="鄂ICP备00000000号"
          onComplaint={() => toast('意见与投诉')}
        />
      }
    >
      <ChoiceChips label="看哪一组" choices={parts} value={part} onChoose={setPart} />
      <ChoiceChips
        label="样子"
        value={elder ? 'elder' : theme}
        choices={[
          { value: 'light', word: '标准' },
          { value: 'dark', word: '深色' },
          { value: 'elder', word: '长辈版' },
        ]}
        onChoose={(look) => {
          setElder(look === 'elder')
          if (look !== 'elder') setTheme(look === 'dark' ? 'dark' : 'light')
        }}
      />
      {part === 'parts' ? <PartsPart /> : null}
      {part === 'forms' ? <FormsPart /> : null}
      {part === 'orders' ? <OrdersPart /> : null}
      {part === 'numbers' ? <NumbersPart /> : null}
      {part === 'states' ? <StatesPart /> : null}
    </Page>
  )
}

function FormBar() {
  return (
    <BottomBar note="今天 17:00 前一定有人答复您">
      <Button size="l" grow onPress={() => toast('已送出')}>
        确认点单
      </Button>
    </BottomBar>
  )
}

function Tabs() {
  const { elder } = useModes()
  const all = [
    { key: 'home', word: '首页', icon: 'home' },
    { key: 'activities', word: '活动', icon: 'calendar' },
    { key: 'orders', word: elder ? '我的单' : '单子', icon: 'receipt', waiting: 9 },
    { key: 'me', word: '我的', icon: 'person' },
  ] as const
  return (
    <TabBar
      tabs={all.filter((tab) => !elder || tab.key !== 'activities')}
      current="orders"
      onOpen={(key) => toast(key)}
    />
  )
}
