/** Whether a text can be kept: neither PostgreSQL's text nor its JSON holds a NUL, or half of a character that takes two code units. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
