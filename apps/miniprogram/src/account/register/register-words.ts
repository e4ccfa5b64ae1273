import type { AgeBand } from '@sidan/types/ages'
import type { Language } from '@sidan/types/volunteers'

export const ageWords: Record<AgeBand, string> = {
  under14: '14 岁以下',
  from14: '14、15 岁',
  from16: '16、17 岁',
  from18: '18 到 59 岁',
  from60: '60 到 69 岁',
  from70: '70 岁以上',
}

export const languageWords: Record<Language, string> = {
  mandarin: '普通话',
  dialect: '本地话',
  signLanguage: '手语',
  minority: '少数民族语言',
  english: '英语',
  other: '别的语言',
}

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const dayParts = { morning: '上午', afternoon: '下午', evening: '晚上' } as const

/** 周四上午、周六晚上; nothing named is “都可以商量”. */
export function timesWords(times: readonly string[]): string {
  const parts: ReadonlyMap<string, string> = new Map(Object.entries(dayParts))
  const said = [...times].sort().map((time) => {
    const [day = '', part = ''] = time.split('-')
    return `${weekdays[Number(day) - 1] ?? ''}${parts.get(part) ?? ''}`
  })
  return said.length === 0 ? '都可以商量' : said.join('、')
}
