/** An item as the form has it: text until it is sent. */
import { addDays, civilDay, civilTime, momentOf } from '@sidan/types/civil'
import type { BodyOf } from '@sidan/types/endpoint'
import { type addShelfItem, type changeShelfItem, RewardIcon, type ShelfItem } from '@sidan/types/reward-shelf'
import { fenOf } from '../../shared/rewards/item-words.ts'

export interface ShelfDraft {
  readonly title: string
  readonly icon: RewardIcon
  readonly price: string
  readonly stock: string
  readonly limited: boolean
  readonly perPerson: string
  readonly days: string
  /** It opens at a moment of its own. */
  readonly timed: boolean
  readonly day: string
  readonly time: string
  /** Who gives it out; empty: the unit itself. */
  readonly partnerId: string
  /** What they get for a piece, in yuan. */
  readonly fee: string
}

/** Of an item, or of a new one: unlimited, open at once; a time is proposed for tomorrow at eight. */
export function draftOf(item: ShelfItem | undefined, now: Date): ShelfDraft {
  const icon = RewardIcon.safeParse(item?.icon)
  const opens = item?.opensAt ? new Date(item.opensAt) : undefined
  return {
    title: item?.title ?? '',
    icon: icon.success ? icon.data : 'gift',
    price: item ? String(item.pricePoints) : '',
    stock: '',
    limited: Boolean(item?.limit),
    perPerson: String(item?.limit?.perPerson ?? 1),
    days: String(item?.limit?.days ?? 30),
    timed: opens !== undefined && opens > now,
    day: opens ? civilDay(opens) : addDays(civilDay(now), 1),
    time: opens ? civilTime(opens) : '08:00',
    partnerId: item?.partner?.partnerId ?? '',
    fee: item?.partner ? String(item.partner.feeFen / 100) : '',
  }
}

/** A whole number between two, or nothing. */
export function wholeOf(typed: string, from: number, to: number): number | undefined {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return number >= from && number <= to ? number : undefined
}

/** What is still missing, in words; false when nothing is. */
export function missingOf(draft: ShelfDraft, isNew: boolean): string | false {
  if (draft.title.trim() === '') return '先写是什么东西'
  if (wholeOf(draft.price, 1, 100_000) === undefined) return '写上要多少分'
  if (isNew && wholeOf(draft.stock, 0, 100_000) === undefined) return '写上先有多少份，没有就写 0'
  if (draft.partnerId !== '' && feeOf(draft) === undefined) return '每份补多少元，比如 4.5'
  if (draft.limited && wholeOf(draft.perPerson, 1, 99) === undefined) return '每人限几份，1 到 99'
  if (draft.limited && wholeOf(draft.days, 1, 366) === undefined) return '几天里限，1 到 366'
  return draft.timed && draft.day === '' && '选哪一天开始换'
}

/** What a partner gets for a piece, in fen; nothing where it is no amount. */
export function feeOf({ fee }: ShelfDraft): number | undefined {
  const fen = fenOf(fee, 1000)
  return fen !== undefined && fen >= 0 ? fen : undefined
}

/** What the form says, as it is sent. */
export function writtenOf(draft: ShelfDraft): Omit<BodyOf<typeof addShelfItem>, 'stockCount' | 'partner'> {
  return {
    title: draft.title.trim(),
    icon: draft.icon,
    pricePoints: Number(draft.price),
    limit: draft.limited ? { perPerson: Number(draft.perPerson), days: Number(draft.days) } : null,
    opensAt: draft.timed ? momentOf(draft.day, draft.time).toISOString() : null,
  }
}

/** Only what was changed is sent: what somebody else changed meanwhile stays. */
export function changedOf(before: ShelfDraft, draft: ShelfDraft): BodyOf<typeof changeShelfItem> {
  const [old, next] = [writtenOf(before), writtenOf(draft)]
  return {
    ...(next.title === old.title ? {} : { title: next.title }),
    ...(next.icon === old.icon ? {} : { icon: next.icon }),
    ...(next.pricePoints === old.pricePoints ? {} : { pricePoints: next.pricePoints }),
    ...(JSON.stringify(next.limit) === JSON.stringify(old.limit) ? {} : { limit: next.limit }),
    ...(next.opensAt === old.opensAt ? {} : { opensAt: next.opensAt }),
    ...(draft.fee === before.fee ? {} : { feeFen: feeOf(draft) }),
  }
}
