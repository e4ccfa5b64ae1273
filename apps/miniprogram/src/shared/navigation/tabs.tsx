import { useWaiting } from '../session/waiting.ts'
import { useModes } from '../ui/modes.ts'
import { TabBar } from '../ui/tab-bar.tsx'
import { go, type PageName } from './routes.ts'

type TabName = Extract<PageName, 'home' | 'activities' | 'orders' | 'me'>

/** The bar at the foot of the tab pages: four, in elder mode three. */
export function Tabs({ current }: { current: TabName }) {
  const { elder } = useModes()
  const waiting = useWaiting()
  const all = [
    { key: 'home', word: '首页', icon: 'home' },
    { key: 'activities', word: '活动', icon: 'calendar' },
    { key: 'orders', word: elder ? '我的单' : '单子', icon: 'receipt', waiting },
    { key: 'me', word: '我的', icon: 'person' },
  ] as const
  const open = (key: string) => {
    const tab = all.find((one) => one.key === key)
    if (tab && tab.key !== current) go(tab.key)
  }
  return <TabBar tabs={all.filter((tab) => !elder || tab.key !== 'activities')} current={current} onOpen={open} />
}
