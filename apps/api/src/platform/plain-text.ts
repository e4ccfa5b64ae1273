/** Whether a text can be kept: neither PostgreSQL's text nor its JSON holds a NUL, or half of a character that takes two code units. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

/** Whether every text within a JSON value can be kept. */
export const isPlain = (value: unknown): boolean => {
  if (typeof value === 'string') return isPlainText(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain)
}
