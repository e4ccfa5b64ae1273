import { fewestPeople } from '../teams/rules.ts'

/** A count of people or of 人次 as everybody may read it; null while it is small enough to tell about somebody (rule-07, rule-24). None tells of nobody. */
export const toldOpenly = (count: number): number | null => (count > 0 && count < fewestPeople ? null : count)

/** Days that one fold counts at most: the rest waits for the next minute. */
export const daysPerFold = 100
