import { getCountyNumbers } from '@sidan/types/statistics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { lengthText, momentText } from '../../shared/format/times.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'

const load = () => call(getCountyNumbers)

function Bar({ word, count, most }: { word: string; count: number; most: number }) {
  return (
    <View className="sd-row">
      <View className="sd-small">{word}</View>
      <View className="sd-meter">
        <View className="sd-meter-fill" style={{ width: `${most === 0 ? 0 : (count / most) * 100}%` }} />
      </View>
      <View className="sd-strong">{count}</View>
    </View>
  )
}

/** The loop in numbers: a sentence states the finding, bars prove it, a table gives it. Nobody is ranked. */
export default function NumbersPage() {
  const { value, failure, reload } = useLoad(load)
  const [table, setTable] = useState(false)
  if (!value) return <Page title="数字" loading failure={failure} onRetry={reload} />
  const { loop, answered, months, coverage } = value
  const most = Math.max(...months.map((month) => month.submitted))
  return (
    <Page title={`${Number(value.month.slice(5))}月`} failure={failure} onRetry={reload}>
      <View className="sd-card">
        <View className="sd-strong">{`${answered.due} 张该答复的单里，${answered.inTime} 张按时有人答复`}</View>
        <View className="sd-hint">{`${momentText(value.asOf)} 的数`}</View>
        <Bar word="点" count={loop.submitted} most={loop.submitted} />
        <Bar word="派" count={loop.dispatched} most={loop.submitted} />
        <Bar word="接" count={loop.accepted} most={loop.submitted} />
        <Bar word="评" count={loop.rated} most={loop.submitted} />
      </View>
      <View className="sd-card">
        <View className="sd-between">
          <View className="sd-strong">每月点单</View>
          <Button kind="text" onTap={() => setTable(!table)}>
            {table ? '看图' : '看表格'}
          </Button>
        </View>
        {months.map((month) =>
          table ? (
            <View key={month.month} className="sd-row sd-between">
              <View>{month.month}</View>
              <View>{month.submitted}</View>
            </View>
          ) : (
            <Bar key={month.month} word={`${Number(month.month.slice(5))}月`} count={month.submitted} most={most} />
          ),
        )}
      </View>
      <View className="sd-card">
        <View className="sd-strong">{`覆盖 ${coverage.covered} / ${coverage.stations} 个站`}</View>
        <View className="sd-small">{`打卡 ${lengthText(value.clockedMinutes)}・申报 ${lengthText(value.declaredMinutes)}`}</View>
        <View className="sd-points">{`积分发出 ${value.issuedPoints}・换出 ${value.spentPoints}・过期 ${value.expiredPoints}`}</View>
      </View>
    </Page>
  )
}
