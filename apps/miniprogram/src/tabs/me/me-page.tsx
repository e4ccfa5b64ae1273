import { getBalances } from '@sidan/types/ledger'
import { getMe } from '@sidan/types/people'
import { listMyRecords } from '@sidan/types/records'
import { View } from '@tarojs/components'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { dateText, lengthText } from '../../shared/format/times.ts'
import { go, replace } from '../../shared/navigation/routes.ts'
import { forgetSession } from '../../shared/session/session.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'
import { TabBar } from '../../shared/view/tab-bar.tsx'

const load = async () => {
  const [me, balances, records] = await Promise.all([call(getMe), call(getBalances), call(listMyRecords)])
  if (!me.ok) return me
  if (!balances.ok) return balances
  return records.ok
    ? { ok: true as const, value: { me: me.value, balances: balances.value, records: records.value.items } }
    : records
}
const states = {
  pending: '等审核',
  approved: '已通过',
  rejected: '退回',
  withdrawn: '撤回',
  conflict: '时间撞上了另一条',
} as const

/** 我的: hours clocked and declared apart, points, stars, and each record with its why. */
export default function MePage() {
  const { value, failure, reload } = useLoad(load)
  const leave = () => {
    forgetSession()
    replace('home')
  }
  return (
    <Page title={value?.me.displayName ?? ''} loading={!value} failure={failure} onRetry={reload}>
      {value?.me.volunteer && (
        <>
          <View className="sd-small">志愿者编号 {value.me.volunteer.volunteerNo}</View>
          <View className="sd-card">
            <View className="sd-between">
              <View>{`${'★'.repeat(value.balances.stars.level)}${'☆'.repeat(value.balances.stars.ladderHours.length - value.balances.stars.level)}`}</View>
              <View className="sd-points">{`积分 ${value.balances.availablePoints} 分`}</View>
            </View>
            <View className="sd-num">{lengthText(value.balances.clockedMinutes + value.balances.declaredMinutes)}</View>
            <View className="sd-small">{`打卡 ${lengthText(value.balances.clockedMinutes)}・申报 ${lengthText(value.balances.declaredMinutes)}`}</View>
            {value.balances.stars.minutesToNext !== null && (
              <View className="sd-small">{`离下一星还有 ${lengthText(value.balances.stars.minutesToNext)}`}</View>
            )}
            {value.balances.heldPoints > 0 && (
              <View className="sd-small">{`占着 ${value.balances.heldPoints} 分，领走才扣`}</View>
            )}
          </View>
          <View className="sd-section">每一分钟怎么来的</View>
          <View className="sd-card">
            {value.records.map((record) => (
              <View key={record.recordId} className="sd-row">
                <View className="sd-grow">
                  <View className="sd-strong">{record.orderTitle}</View>
                  <View className="sd-small">{`${dateText(record.serviceDay)}・${lengthText(record.clockedMinutes + record.declaredMinutes)}・${record.grade} 级・${states[record.state]}`}</View>
                </View>
                <Button kind="text" onTap={() => go('why', { record: record.recordId })}>
                  怎么来的
                </Button>
              </View>
            ))}
          </View>
        </>
      )}
      <View className="sd-line">
        <Button wide onTap={leave}>
          退出登录
        </Button>
      </View>
      <TabBar on="me" />
    </Page>
  )
}
