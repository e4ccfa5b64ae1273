import { getOrderForm, type OrderForm, submitOrder } from '@sidan/types/orders'
import { getMe } from '@sidan/types/people'
import type { Slot } from '@sidan/types/units'
import { Input, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { dayName, momentText, partText } from '../../shared/format/times.ts'
import { go, replace } from '../../shared/navigation/routes.ts'
import { forgetDraft, keepDraft, readDraft } from '../../shared/offline/order-draft.ts'
import { readSession } from '../../shared/session/session.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'

/** Three taps: 点单, 确认 — everything is filled in as it was the last time. The key is kept, so a second tap never makes a second order. */
export default function FormPage() {
  const { county = '', item = '', station = '' } = useRouter().params
  const {
    value: form,
    failure,
    reload,
  } = useLoad(
    useCallback(
      () =>
        call(getOrderForm, {
          params: { countyId: county, itemId: item } as never,
          query: { stationId: station } as never,
        }),
      [county, item, station],
    ),
  )
  return (
    <Page loading={!form} failure={failure} onRetry={reload}>
      {form && <Filling form={form} opened={{ county, item, station }} />}
    </Page>
  )
}

const same = (a: Slot, b: Slot) => a.day === b.day && a.part === b.part

interface Opened {
  county: string
  item: string
  station: string
}

/** What was filled in before signing in, when it is for this item at this station. */
function draftOf(opened: Opened) {
  const draft = readDraft()
  return draft?.item === opened.item && draft.station === opened.station ? draft : undefined
}

function Filling({ form, opened }: { form: OrderForm; opened: Opened }) {
  const [draft] = useState(() => draftOf(opened))
  const [slot, setSlot] = useState<Slot>(draft?.slot ?? form.defaultSlot)
  const [risks, setRisks] = useState(() => new Map(draft?.risks ?? form.risks.map((risk) => [risk.code, risk.present])))
  const [address, setAddress] = useState(draft?.address || (form.address ?? ''))
  const [beneficiary, setBeneficiary] = useState('')
  const [headCount, setHeadCount] = useState('')
  const [key] = useState(newKey)
  const { value: me } = useLoad(loadMe)
  const { act, busy } = useAct()
  const place = form.place === 'station' ? 'station' : 'home'
  const mayOrderForOthers = me?.roles.some((held) => held.role !== 'merchant' && held.role !== 'auditor') ?? false

  const confirm = async () => {
    if (!readSession()) {
      keepDraft({ ...opened, slot, address, risks: [...risks] })
      await Taro.showToast({ title: '先登录，填好的都还在', icon: 'none' })
      return go('home')
    }
    const body = {
      itemId: form.itemId,
      stationId: form.station.unitId,
      slot,
      place,
      risks: form.risks.map(({ code }) => ({ code, present: risks.get(code) ?? false })),
      ...(address && address !== form.address ? { contact: { address }, rememberContact: true } : {}),
      ...(beneficiary
        ? { beneficiary: { name: beneficiary, consent: true }, ...(address ? { contact: { address } } : {}) }
        : {}),
      ...(form.forGroup ? { headCount: Number(headCount) } : {}),
    }
    const order = await act(() => call(submitOrder, { body: body as never, key }))
    if (!order) return
    forgetDraft()
    replaceWithOrder(order.orderId)
  }

  return (
    <>
      <View className="sd-title">{form.title}</View>
      <View className="sd-small">
        免费・大约 {form.durationMinutes} 分钟・{form.line}
      </View>
      <View className="sd-card">
        <View className="sd-strong">什么时候方便</View>
        <View className="sd-line">
          {form.slots.map((option) => (
            <Button key={`${option.day} ${option.part}`} wide chosen={same(option, slot)} onTap={() => setSlot(option)}>
              {option.day === null ? '都可以' : `${dayName(option.day)}${partText(option)}`}
            </Button>
          ))}
        </View>
      </View>
      {place === 'home' && (
        <View className="sd-card">
          <View className="sd-strong">上门的地址</View>
          <View className="sd-hint">接单的人才看得到。不留电话也行，由站里联系您</View>
          <Input
            className="sd-input"
            value={address}
            placeholder="几栋几单元几号"
            onInput={(event) => setAddress(event.detail.value)}
          />
        </View>
      )}
      {form.forGroup && (
        <View className="sd-card">
          <View className="sd-strong">大约多少人</View>
          <Input
            className="sd-input"
            type="number"
            value={headCount}
            placeholder="比如 60"
            onInput={(event) => setHeadCount(event.detail.value)}
          />
        </View>
      )}
      {form.risks.length > 0 && <View className="sd-section">家里有没有这些</View>}
      {form.risks.length > 0 && (
        <View className="sd-card">
          {form.risks.map((risk) => (
            <View key={risk.code} className="sd-row">
              <View className="sd-grow">{risk.question}</View>
              {[true, false].map((present) => (
                <Button
                  key={String(present)}
                  chosen={risks.get(risk.code) === present}
                  onTap={() => setRisks(new Map(risks).set(risk.code, present))}
                >
                  {present ? '有' : '没有'}
                </Button>
              ))}
            </View>
          ))}
        </View>
      )}
      {mayOrderForOthers && (
        <View className="sd-card">
          <View className="sd-strong">替别人点（可不填）</View>
          <View className="sd-hint">填了名字，就是本人已经同意</View>
          <Input
            className="sd-input"
            value={beneficiary}
            placeholder="怎么称呼，比如 郭奶奶"
            onInput={(event) => setBeneficiary(event.detail.value)}
          />
        </View>
      )}
      <View className="sd-hint">{momentText(form.promisedAt)} 前一定有人答复您</View>
      <View className="sd-bar">
        <Button kind="filled" wide busy={busy} onTap={confirm}>
          {busy ? '正在点单…' : '确认点单'}
        </Button>
      </View>
    </>
  )
}

const loadMe = () => call(getMe)
const replaceWithOrder = (orderId: string) => replace('progress', { order: orderId })
