/** Names. A full name is a person's own to see; others read how they are called: surname and a word (李师傅), never more (rule-27). */
import * as z from 'zod/mini'

/** How many characters a reader counts: 𠮷 is one, whatever the machine thinks. */
export const characterCount = (text: string): number => [...text].length

const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[•‧∙・．]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/ ?· ?/g, '·')
    .trim()

/** A person's name as they write it, 1 to 30 characters: more than one word, a dot between, rare characters. No digits: a number is no name. */
export const PersonName = z.pipe(
  z.string().check(z.maxLength(120)),
  z.pipe(
    z.transform(tidy),
    z.string().check(z.refine((name) => name !== '' && characterCount(name) <= 30 && !/[\d<>@/\\|{}[\]]/.test(name))),
  ),
)

/** The word after a surname. Titles of office are not among them: they come with the office. */
export const callWords = {
  master: '师傅',
  brother: '大哥',
  sister: '大姐',
  aunt: '阿姨',
  uncle: '叔叔',
  teacher: '老师',
  doctor: '医生',
  mr: '先生',
  ms: '女士',
  student: '同学',
} as const
const callWordCodes = [
  'master',
  'brother',
  'sister',
  'aunt',
  'uncle',
  'teacher',
  'doctor',
  'mr',
  'ms',
  'student',
] as const satisfies (keyof typeof callWords)[]
export const CallWord = z.enum(callWordCodes)
export type CallWord = z.infer<typeof CallWord>

/** Surnames of two characters; every other Chinese surname has one. */
const twoCharacterSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 ' +
    '公户 公玉 梁丘 左丘 东门 西门 第五 纳兰 完颜 叶赫'
  ).split(' '),
)

/** What others may know of a name: the surname, or the first of several words (阿依古丽·买买提 → 阿依古丽). */
export function surnameOf(name: string): string {
  const [first = name] = name.split(/[·\s]/)
  if (first !== name || /^[A-Za-z]/.test(name)) return [...first].slice(0, 8).join('')
  const characters = [...name]
  const two = characters.slice(0, 2).join('')
  return twoCharacterSurnames.has(two) ? two : (characters[0] ?? '')
}

/** How others read somebody: 李师傅. */
export const displayNameOf = (name: string, word: CallWord): string => `${surnameOf(name)}${callWords[word]}`

/** A name as the public may read it (rule-24): the surname, and a star for each further character, three at most: 李**. */
export function maskedName(name: string): string {
  const surname = surnameOf(name)
  const hidden = [...name.replace(/[·\s]/g, '')].length - [...surname].length
  return surname + '*'.repeat(Math.min(Math.max(hidden, 1), 3))
}
