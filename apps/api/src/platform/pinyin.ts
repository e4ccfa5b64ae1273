/** Chinese as it is typed on a keyboard: for sorting by sound, and for finding by pinyin or initials. */
import { customPinyin, pinyin } from 'pinyin-pro'

// Characters of names that the library does not know.
customPinyin({ 𠮷: 'jí', 㐂: 'xǐ', 喆: 'zhé', 堃: 'kūn', 㛃: 'jié', 䶮: 'yǎn' })

/** Lower case, ü as v (also spelled yu after l and n), without whatever separates syllables. */
export const typedKey = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/([ln])yu/g, '$1v')
    .replace(/[\s·'’-]/g, '')

/** Syllables of a name, its first characters read as a surname: 单雄信 → shan xiong xin. What has no pinyin stands for itself. */
const syllables = (name: string): string[] =>
  name
    .split(/[·\s]+/)
    .flatMap((word) =>
      pinyin(word, { toneType: 'none', type: 'array', mode: 'surname', v: true, nonZh: 'consecutive' }),
    )
    .map(typedKey)
    .filter((syllable) => syllable !== '')

/** Full pinyin in one word: 李师傅 → lishifu. */
export const soundOf = (name: string): string => syllables(name).join('')

/**
 * What finds a name, as one text: a space before each key, so that whatever begins one is found by ` ` and what was typed. Keys are the full pinyin and
 * the initials of each name, and of what follows its first word.
 */
export function searchKeys(...names: string[]): string {
  const keys = names.flatMap((name) => {
    const [, ...later] = name.split(/[·\s]+/)
    return [name, ...later].flatMap((part) => {
      const heard = syllables(part)
      return [heard.join(''), heard.map((syllable) => [...syllable][0]).join('')]
    })
  })
  return [...new Set(keys)].map((key) => ` ${key}`).join('')
}

/** What a search looks for among the keys of names. One Chinese character is looked for as it is written: too many sound like it. */
export function soughtKey(typed: string): string | null {
  const key = /[\p{Script=Han}]/u.test(typed) ? ([...typed].length > 1 ? soundOf(typed) : '') : typedKey(typed)
  return key === '' ? null : ` ${key}`
}
