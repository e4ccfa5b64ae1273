import type { OrderForm } from '@sidan/types/order-forms'
import { submitOrder } from '@sidan/types/orders'
import type { Slot } from '@sidan/types/units'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go, replace } from '../../shared/navigation/routes.ts'
import { forgetDraft, keepDraft, readDraft } from '../../shared/offline/order-draft.ts'
import { loadMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { hasWechat, signInByWechat } from '../../shared/session/sign-in.ts'
import { sayProblem } from '../../shared/ui/toast.tsx'

/** What the form was opened with. */
export interface Opened {
  readonly county: string
  readonly item: string
  readonly station: string
}

export interface Filled {
  readonly slot: Slot
  readonly place: 'home' | 'station'
  readonly address: string
  readonly phone: string
  readonly note: string
  readonly headCount: string
  /** For somebody else: then nothing of one's own is filled in. */
  readonly forOther: boolean
  readonly beneficiary: string
  readonly consent: boolean
  readonly risks: ReadonlyMap<string, boolean>
}

const phonePattern = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/

/** Why it cannot be ordered yet, in words; false when it can. */
function missingOf(form: OrderForm, filled: Filled): string | false {
  if (filled.place === 'home' && filled.address.trim() === '') return '先填上门的地址'
  if (filled.phone !== '' && !phonePattern.test(filled.phone)) return '手机号是 11 位，座机要带区号；不留也行'
  if (form.forGroup && !(Number(filled.headCount) >= 2)) return '先填大约多少人'
  if (filled.forOther && filled.beneficiary.trim() === '') return '先写替谁点'
  if (filled.forOther && !filled.consent) return '先得到本人同意'
  return false
}

/** What was filled in before signing in, when it is for this item at this station. */
function started(form: OrderForm, opened: Opened): Filled {
  const draft = readDraft()
  const kept = draft?.item === opened.item && draft.station === opened.station ? draft : undefined
  return {
    slot: kept?.slot ?? form.defaultSlot,
    place: kept?.place ?? (form.place === 'station' || (form.place === 'either' && !form.address) ? 'station' : 'home'),
    address: kept?.address || (form.address ?? ''),
    phone: kept?.phone ?? '',
    note: kept?.note ?? '',
    headCount: kept?.headCount ?? '',
    forOther: false,
    beneficiary: '',
    consent: false,
    risks: new Map(kept?.risks ?? form.risks.map((risk) => [risk.code, risk.present])),
  }
}

/** Filling in and ordering. The key is kept, so that a second tap never makes a second order. */
/** Roles that order for people at the door (代点单); the server says it again. */
const ordersForOthers = new Set<string>(['countyKeeper', 'keeper', 'staff', 'gridWorker'])

export function useFilling(form: OrderForm, opened: Opened) {
  const [filled, setFilled] = useState(() => started(form, opened))
  const [key] = useState(newKey)
  const { value: me } = useLoad(loadMeIfSignedIn)
  const { act, busy } = useAct()
  const change = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }))

  const confirm = async () => {
    if (!readSession()) {
      keepDraft({ ...opened, ...filled, risks: [...filled.risks] })
      if (!hasWechat) return go('signIn', { county: opened.county })
      const problem = await signInByWechat(Number(opened.county))
      if (problem) return sayProblem(problemText(problem))
    }
    const order = await act(() => call(submitOrder, { body: bodyOf(form, filled), key }))
    if (!order) return
    forgetDraft()
    replace('progress', { order: order.orderId })
  }
  return {
    filled,
    change,
    answer: (code: string, present: boolean) => change({ risks: new Map(filled.risks).set(code, present) }),
    missing: missingOf(form, filled),
    mayOrderForOthers: me?.roles.some(({ role }) => ordersForOthers.has(role)) ?? false,
    confirm,
    busy,
  }
}

const loadMeIfSignedIn = async () => (readSession() ? loadMe() : ({ ok: false, code: 'sign-in-needed' } as const))

function bodyOf(form: OrderForm, filled: Filled) {
  const { forOther } = filled
  const [address, phone, note, name] = [filled.address, filled.phone, filled.note, filled.beneficiary].map((typed) =>
    typed.trim(),
  )
  const contact = {
    ...(address && (address !== form.address || forOther) ? { address } : {}),
    ...(phone ? { phone } : {}),
  }
  return {
    itemId: form.itemId,
    stationId: form.station.unitId,
    slot: filled.slot,
    place: filled.place,
    risks: form.risks.map(({ code }) => ({ code, present: filled.risks.get(code) ?? false })),
    ...(Object.keys(contact).length > 0 ? { contact, ...(forOther ? {} : { rememberContact: true }) } : {}),
    ...(note ? { note } : {}),
    ...(forOther && name ? { beneficiary: { name, consent: filled.consent } } : {}),
    ...(form.forGroup ? { headCount: Number(filled.headCount) } : {}),
  }
}
