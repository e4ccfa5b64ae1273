import type { DaySign } from '@sidan/types/benefits'
import type { Crypto } from '../../platform/crypto.ts'

const words =
  '春风 青山 稻花 荷塘 枫叶 白鹭 竹林 清泉 麦浪 桂花 月亮 星光 山茶 石桥 渡口 芦苇 梨花 燕子 喜鹊 松树 银杏 杜鹃 橘子 莲藕 油菜 茶园 水牛 鲤鱼 灯笼 风筝 雨伞 火车'.split(
    ' ',
  )
const colours: readonly DaySign['colour'][] = ['red', 'orange', 'green', 'blue', 'purple', 'brown']

/** The sign of a civil day in a county: the same for everybody there, and known to nobody before they are told. */
export function daySign(crypto: Crypto, countyId: number, day: string): DaySign {
  const bytes = crypto.deriveSecret('day-sign', `${countyId}:${day}`)
  return {
    day,
    word: words[bytes.readUInt16BE(0) % words.length] ?? '',
    colour: colours[bytes.readUInt16BE(2) % colours.length] ?? 'green',
  }
}
