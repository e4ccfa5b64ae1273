import type { OrderCard } from '@sidan/types/orders'

type Told = Pick<OrderCard, 'state' | 'title' | 'place' | 'assigneeName' | 'teamName' | 'headCount'>

/** A title that already says what somebody comes to do: 上门理发 → 理发, 送爱心餐 stays. */
const doing = (title: string): string => title.replace(/^上门/, '')
const isVerb = (title: string): boolean => /^(上门|送|陪|修|教|帮|量|打|洗|接|代|讲|看|换|装|清|理)/.test(title)

/** What happens, as a sentence to the requester: 李师傅周四上午来理发. `when` is in the words of the mode. */
export function residentSentence(order: Told, when: string): string {
  const who = order.assigneeName ?? order.teamName
  const { title } = order
  if (who && order.state === 'inService') return `${who}正在${isVerb(title) ? doing(title) : `办「${title}」`}`
  if (!who || order.state !== 'accepted') return title
  if (order.place === 'station') return `${when}到站里，${who}${isVerb(title) ? doing(title) : `办「${title}」`}`
  return isVerb(title) ? `${who}${when}来${doing(title)}` : `${who}${when}来，${title}`
}

/** Whether a sentence already says what is done, so that nothing is said twice. */
export const tells = (sentence: string, title: string): boolean => sentence.includes(doing(title))

/** What it is, to those who do it: a talk for 60 people says so in its title. */
export const staffTitle = (order: Pick<OrderCard, 'title' | 'headCount'>): string =>
  order.headCount === null ? order.title : `${order.title}，约 ${order.headCount} 人`
