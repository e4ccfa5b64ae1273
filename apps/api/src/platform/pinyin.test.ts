import { expect, it } from '@jest/globals'
import { searchKeys, soundOf, typedKey } from './pinyin.ts'

it.each([
  ['李师傅', 'lishifu'],
  ['单大姐', 'shandajie'],
  ['欧阳老师', 'ouyanglaoshi'],
  ['吕叔叔', 'lvshushu'],
  ['𠮷师傅', 'jishifu'],
  ['㐂大姐', 'xidajie'],
  ['阿依古丽·买买提', 'ayigulimaimaiti'],
  ['Anna 李', 'annali'],
])('%s sounds like %s', (name, sound) => {
  expect(soundOf(name)).toBe(sound)
})
it('a name is found by its full pinyin, its initials, and each of its words', () => {
  expect(searchKeys('李师傅', '李建国')).toBe(' lishifu lsf lijianguo ljg')
  expect(searchKeys('阿依古丽·买买提')).toBe(' ayigulimaimaiti ayglmmt maimaiti mmt')
})
it('what is typed has one spelling', () => {
  expect(['Lü', 'lyu', 'LV', "ma'i mai"].map(typedKey)).toEqual(['lv', 'lv', 'lv', 'maimai'])
})
