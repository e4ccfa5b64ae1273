import type { Child } from '@sidan/types/children'

export const ages: readonly { value: Child['ageBand']; word: string }[] = [
  { value: 'under14', word: '14 岁以下' },
  { value: 'from14', word: '14、15 岁' },
  { value: 'from16', word: '16、17 岁' },
]

export const ageWords = (band: Child['ageBand']): string => ages.find(({ value }) => value === band)?.word ?? ''

/** What a person typed between commas of any kind, or spaces. */
export const namesOf = (typed: string): string[] =>
  typed
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter(Boolean)
