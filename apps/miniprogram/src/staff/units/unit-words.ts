const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is wrong with opening hours, or false. */
const hoursMissing = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }): string | false => {
  if (!clock.test(opensAt) || !clock.test(closesAt)) return '时间写成 08:30 这样'
  return opensAt < closesAt ? false : '关门要晚于开门'
}

/** What a unit's page still needs, or false. */
export const missingOf = (filled: {
  phone: string
  address: string
  opensAt: string
  closesAt: string
}): string | false =>
  (filled.phone.trim() === '' && '先填电话') || (filled.address.trim() === '' && '先填地址') || hoursMissing(filled)
