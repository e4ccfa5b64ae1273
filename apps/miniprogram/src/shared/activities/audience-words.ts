import type { Audience } from '@sidan/types/activities'

/** Whom it is for, in the order in which it is asked. */
export const audiences: readonly { readonly value: Audience; readonly word: string }[] = [
  { value: 'everybody', word: '大家都行' },
  { value: 'elderly', word: '老人' },
  { value: 'children', word: '孩子' },
  { value: 'youth', word: '年轻人' },
  { value: 'families', word: '一家人' },
  { value: 'inNeed', word: '有难处的人家' },
]
