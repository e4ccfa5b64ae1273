import { View } from '@tarojs/components'
import { go } from '../navigation/routes.ts'

const tabs = [
  { page: 'home', word: '首页' },
  { page: 'orders', word: '单子' },
  { page: 'me', word: '我的' },
] as const

/** The bar at the foot of the tab pages. */
export function TabBar({ on }: { on: (typeof tabs)[number]['page'] }) {
  const reach = process.env.TARO_ENV === 'h5' ? { role: 'link', tabIndex: 0 } : { ariaRole: 'link' }
  return (
    <View className="sd-tabs">
      {tabs.map(({ page, word }) => (
        <View key={page} className={`sd-tab${page === on ? ' on' : ''}`} onClick={() => go(page)} {...reach}>
          {word}
        </View>
      ))}
    </View>
  )
}
