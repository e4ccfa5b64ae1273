import type { TransferReason } from '@sidan/types/ledger'
import type { z } from 'zod/mini'

/** Why points or time credit moved. */
export const transferWords: Record<z.infer<typeof TransferReason>, string> = {
  'record-minutes': '记时长',
  'record-points': '服务',
  'rating-bonus': '好评',
  'action-points': '加分小事',
  'redemption-hold': '换东西，先占着',
  'redemption-capture': '领走了',
  'redemption-undo': '领取撤回',
  'redemption-return': '退货',
  'redemption-void': '没要，还回来',
  'lot-expiry': '过期',
  reversal: '更正',
  'claw-back': '退回的，当初那笔已经撤销',
  'fraud-owed': '认定后欠的',
  'owed-payment': '先还欠的',
  'fraud-lifted': '认定取消，退给您',
  'owed-ended': '欠的不用还了',
  'credit-save': '存',
  'credit-take-back': '记录改了，退掉',
  'gift-hold': '送出，等人收',
  'gift-accept': '送出的，收下了',
  'gift-void': '没人收，退回',
  'pool-gift': '捐进爱心时间池',
  'pledge-hold': '用在单上，先占着',
  'pledge-void': '没用完，退回',
}
