import { approveRecords, listPendingRecords, rejectRecord, type ServiceRecord } from '@sidan/types/records'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { dateText, lengthText, momentText } from '../../shared/format/times.ts'
import { Button } from '../../shared/view/button.tsx'
import { More } from '../../shared/view/more.tsx'
import { Page } from '../../shared/view/page.tsx'

const odd = {
  long: '时间特别长',
  short: '时间特别短',
  'grade-c': '凭据弱',
  'no-check-out': '没有签退',
  'same-pair': '你们互相核过',
  'neighbour-close': '紧挨着另一条',
} as const
const load = (cursor?: string) => call(listPendingRecords, { query: { cursor, limit: 50 } })

/** 核时长: the odd ones on top with their reason; the others can be passed together. */
export default function RecordsPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const { act, busy } = useAct()
  const mine = items.filter((record) => record.allowedActions.includes('approve'))
  // One request takes a hundred.
  const plain = mine.filter((record) => record.odd.length === 0).slice(0, 100)
  const approve = async (records: ServiceRecord[]) => {
    const done = await act(() =>
      call(approveRecords, { body: { records: records.map(({ recordId, version }) => ({ recordId, version })) } }),
    )
    const failed = done?.results.filter((result) => !result.ok).length ?? 0
    if (failed > 0) await Taro.showToast({ title: `有 ${failed} 条没通过，看看原因`, icon: 'none' })
    await reload()
  }
  const sendBack = async (record: ServiceRecord) => {
    await act(() =>
      call(rejectRecord, {
        params: { recordId: record.recordId },
        body: { version: record.version, words: '请和站里核对一下时间' },
      }),
    )
    await reload()
  }
  return (
    <Page title="核时长" loading={!value} failure={failure} onRetry={reload}>
      {value && items.length === 0 && <View className="sd-card sd-hint">都核完了。</View>}
      {items.map((record) => (
        <View key={record.recordId} className={`sd-card${record.odd.length > 0 ? ' odd' : ''}`}>
          {record.odd.length > 0 && (
            <View className="sd-tag warm">{record.odd.map((reason) => odd[reason]).join('・')}</View>
          )}
          <View className="sd-between">
            <View className="sd-strong">{`${record.person.displayName}・${record.orderTitle}`}</View>
            <View className="sd-strong">{lengthText(record.clockedMinutes + record.declaredMinutes)}</View>
          </View>
          <View className="sd-small">{`${dateText(record.serviceDay)}・${momentText(record.startedAt)} 到 ${momentText(record.endedAt)}・凭据 ${record.grade} 级・${record.stationName}`}</View>
          {record.allowedActions.includes('approve') && (
            <View className="sd-line">
              <Button kind="soft" wide busy={busy} onTap={() => approve([record])}>
                审核通过
              </Button>
              <Button busy={busy} onTap={() => sendBack(record)}>
                退回
              </Button>
            </View>
          )}
        </View>
      ))}
      <More onTap={more} />
      {plain.length > 1 && (
        <View className="sd-bar">
          <Button
            kind="filled"
            wide
            busy={busy}
            onTap={() => approve(plain)}
          >{`通过没有疑问的 ${plain.length} 条`}</Button>
        </View>
      )}
    </Page>
  )
}
