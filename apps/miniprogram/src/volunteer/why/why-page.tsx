import { getRecordWhy, type RecordWhy } from '@sidan/types/records'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { lengthText, momentText } from '../../shared/format/times.ts'
import { Page } from '../../shared/view/page.tsx'

const kinds = { checkIn: '签到', checkOut: '签退', approve: '审核通过', reject: '退回' } as const
const proofs = {
  'service-code': '扫了对方的服务码',
  'station-code': '扫了站里的码',
  none: '没有扫码，自动结束',
  staff: '站里核的',
} as const

function factorText(factor: RecordWhy['factors'][number]): string {
  if (factor.kind === 'base') return `${lengthText(factor.minutes ?? 0)} × 每小时 ${factor.ratePoints} 分`
  if (factor.kind === 'platform') return `这一类按 ${factor.percent}% 算`
  return factor.kind === 'rating' ? `对方评了 ${factor.stars} 星` : '一次最多这么多'
}

/** 怎么来的: the evidence, then each factor of the sum, then the rule's version and the expiry. */
export default function WhyPage() {
  const { record: recordId = '' } = useRouter().params
  const {
    value: why,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getRecordWhy, { params: { recordId } as never }), [recordId]))
  return (
    <Page title="怎么来的" loading={!why} failure={failure} onRetry={reload}>
      {why && (
        <>
          <View className="sd-card">
            <View className="sd-strong">{`${why.record.orderTitle}・${lengthText(why.record.clockedMinutes + why.record.declaredMinutes)}`}</View>
            <View className="sd-small">{`打卡 ${lengthText(why.record.clockedMinutes)}・申报 ${lengthText(why.record.declaredMinutes)}・凭据 ${why.record.grade} 级`}</View>
            {why.evidence.map((line) => (
              <View key={`${line.kind} ${line.at}`} className="sd-row">
                <View className="sd-grow">
                  <View>{kinds[line.kind]}</View>
                  <View className="sd-small">{line.byName ?? proofs[line.by]}</View>
                </View>
                <View className="sd-small">{momentText(line.at)}</View>
              </View>
            ))}
          </View>
          <View className="sd-card">
            {why.factors.map((factor) => (
              <View key={factor.kind} className="sd-row sd-between">
                <View>{factorText(factor)}</View>
                <View className="sd-points">{`${factor.points} 分`}</View>
              </View>
            ))}
            <View className="sd-row sd-between">
              <View className="sd-strong">合计</View>
              <View className="sd-points">{`${why.totalPoints} 分`}</View>
            </View>
            <View className="sd-hint">{`规则第 ${why.policyVersion} 版${why.expiresOn ? `・到 ${why.expiresOn} 过期` : ''}・只算实际服务时间，路上的不算`}</View>
          </View>
        </>
      )}
    </Page>
  )
}
