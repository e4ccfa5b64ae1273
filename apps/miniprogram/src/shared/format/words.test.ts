import { describe, expect, it } from '@jest/globals'
import { avatarCharacter, grouped, masked, minuteParts, minutesWords, percentWords, signed } from './amount-words.ts'
import { dayWords, fullDayWords, monthWords, slotWords } from './day-words.ts'
import {
  agoWords,
  byWords,
  dueWords,
  greetingWords,
  momentWords,
  spanWords,
  spokenTime,
  untilWords,
} from './time-words.ts'

// Tuesday, 24 November 2026, 10:02 in Shanghai.
const now = '2026-11-24T02:02:00.000Z'

describe('days', () => {
  it.each([
    ['2026-11-23', '昨天'],
    ['2026-11-24', '今天'],
    ['2026-11-25', '明天'],
    ['2026-11-26', '后天'],
    ['2026-11-27', '周五'],
    ['2026-11-29', '周日'],
    ['2026-11-30', '11月30日'],
    ['2026-11-20', '11月20日'],
    ['2027-03-05', '2027年3月5日'],
  ])('%s is called %s', (day, words) => expect(dayWords(day, now)).toBe(words))

  it('counts a day from midnight in Shanghai, not in UTC', () => {
    expect(momentWords('2026-11-24T15:59:00.000Z', now)).toBe('今天 23:59')
    expect(momentWords('2026-11-24T16:00:00.000Z', now)).toBe('明天 0:00')
  })

  it('names slots as people say them', () => {
    expect(slotWords({ day: '2026-11-26', part: 'morning' }, '2026-11-23T02:00:00.000Z')).toBe('周四上午')
    expect(slotWords({ day: '2026-11-25', part: 'any' }, now)).toBe('明天都可以')
    expect(slotWords({ day: null, part: 'any' }, now)).toBe('都可以')
    expect(fullDayWords('2026-11-26', now)).toBe('11月26日 周四')
    expect(monthWords('2026-09')).toBe('9月')
  })
})

describe('times', () => {
  it('a promise carries its time, and in elder mode its part of the day', () => {
    expect(byWords('2026-11-24T09:00:00.000Z', now)).toBe('今天 17:00 前')
    expect(byWords('2026-11-24T09:00:00.000Z', now, true)).toBe('今天下午 5 点前')
  })

  it.each([
    ['2026-11-24T01:00:00.000Z', '上午 9 点'],
    ['2026-11-24T07:30:00.000Z', '下午 3 点半'],
    ['2026-11-24T04:20:00.000Z', '中午 12 点 20 分'],
    ['2026-11-23T16:05:00.000Z', '凌晨 0 点 5 分'],
    ['2026-11-24T10:00:00.000Z', '晚上 6 点'],
  ])('%s is spoken %s', (at, words) => expect(spokenTime(at)).toBe(words))

  it('an appointment names date, weekday and both ends', () => {
    const span = ['2026-11-26T01:00:00.000Z', '2026-11-26T02:00:00.000Z'] as const
    expect(spanWords(...span, now)).toBe('11月26日 周四 9:00–10:00')
    expect(spanWords(...span, now, true)).toBe('11月26日 周四上午 9 点到 10 点')
    expect(spanWords('2026-11-26T01:00:00.000Z', '2026-11-26T06:00:00.000Z', now, true)).toBe(
      '11月26日 周四上午 9 点到下午 2 点',
    )
    expect(spanWords('2026-11-26T01:00:00.000Z', '2026-11-27T02:00:00.000Z', now)).toBe(
      '11月26日 9:00 到 11月27日 10:00',
    )
  })

  it.each([
    ['2026-11-24T01:22:00.000Z', true, '过时 40 分钟'],
    ['2026-11-24T00:00:00.000Z', true, '过时 2 小时 2 分'],
    ['2026-11-22T02:00:00.000Z', true, '过时 2 天'],
    ['2026-11-24T09:00:00.000Z', false, '还有 6 小时 58 分'],
    ['2026-11-24T02:02:30.000Z', false, '不到 1 分钟'],
    ['2026-11-27T04:00:00.000Z', false, '周五 12:00 前'],
  ])('due %s: late %s, %s', (dueAt, late, words) => expect(dueWords(dueAt, now)).toEqual({ late, words }))

  it('never promises a minute more than there is', () => {
    expect(dueWords('2026-11-24T02:03:59.000Z', now).words).toBe('还有 1 分钟')
  })

  it.each([
    ['2026-11-24T02:01:58.000Z', '刚刚'],
    ['2026-11-24T02:01:20.000Z', '40 秒前'],
    ['2026-11-24T01:50:00.000Z', '12 分钟前'],
    ['2026-11-23T22:00:00.000Z', '4 小时前'],
    ['2026-11-23T01:02:00.000Z', '昨天 9:02'],
  ])('%s was %s', (at, words) => expect(agoWords(at, now)).toBe(words))

  it('greets by the part of the day', () => {
    expect(greetingWords(now)).toBe('上午好')
    expect(greetingWords('2026-11-24T12:00:00.000Z')).toBe('晚上好')
    expect(greetingWords('2026-11-23T18:00:00.000Z')).toBe('您好')
  })
})

describe('amounts', () => {
  it('says minutes as hours and minutes, never as decimals', () => {
    expect(minutesWords(90)).toBe('1 小时 30 分')
    expect(minutesWords(47)).toBe('47 分钟')
    expect(minutesWords(120)).toBe('2 小时')
    expect(minutesWords(0)).toBe('0 分钟')
    expect(minuteParts(7830)).toEqual([
      { figure: '130', unit: '小时' },
      { figure: '30', unit: '分' },
    ])
  })

  it('groups, signs and rates', () => {
    expect(grouped(1284)).toBe('1,284')
    expect(grouped(999)).toBe('999')
    expect(grouped(-1_048_576)).toBe('−1,048,576')
    expect([signed(3), signed(-1200), signed(0)]).toEqual(['+3', '−1,200', '0'])
    expect([percentWords(946, 1000), percentWords(9999, 10000), percentWords(1, 1), percentWords(0, 0)]).toEqual([
      '94.6%',
      '99.9%',
      '100%',
      '没有',
    ])
  })

  it('masks numbers so that the middle cannot be read', () => {
    expect(masked('13800000126')).toBe('138****0126')
    expect(masked('0724-0000118')).toBe('072****0118')
    expect(masked('42080000000317')).toBe('4208****0317')
    expect(masked('118')).toBe('***')
  })

  it('an avatar shows one character', () => {
    expect(['李师傅', '小郑', '老吴', '王阿姨'].map(avatarCharacter)).toEqual(['李', '郑', '吴', '王'])
  })
})

describe('until when figures are counted', () => {
  it.each([
    ['2026-11-24T02:01:00.000Z', '截至 10:01', '截至上午 10 点 1 分'],
    ['2026-11-23T07:04:00.000Z', '截至昨天 15:04', '截至昨天下午 3 点 4 分'],
  ])('%s is %s', (at, plain, elder) => expect([untilWords(at, now), untilWords(at, now, true)]).toEqual([plain, elder]))
})
