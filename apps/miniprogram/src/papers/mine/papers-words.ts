import type { Insurance } from '@sidan/types/insurances'
import type { Qualification, QualificationRefusal } from '@sidan/types/qualifications'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import type { Tone } from '../../shared/ui/tag.tsx'

const refusals: Record<QualificationRefusal, string> = {
  unreadable: '照片看不清',
  'not-matching': '和写的对不上',
  over: '已经过期',
  'not-this-kind': '不是这种证',
  other: '别的原因',
}

export interface Standing {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

/** Where a paper stands, as its owner reads it. */
export function standingOf(paper: Qualification): Standing {
  if (paper.state === 'pending') return { tone: 'info', icon: 'hourglass', word: '等站里核' }
  if (paper.state === 'refused') return { tone: 'warm', icon: 'return', word: '没核上' }
  if (paper.over) return { tone: 'stone', icon: 'clock', word: '过期了' }
  return { tone: 'brand', icon: 'check-circle', word: '核过了' }
}

/** Until when, from whom, and why not. */
export function paperLine(paper: Qualification, day: (day: string) => string): string {
  const until = paper.validUntilDay === null ? '长期有效' : `到${day(paper.validUntilDay)}`
  const why = paper.refusal ? [refusals[paper.refusal.reason], paper.refusal.words].filter(Boolean).join('，') : ''
  return [paper.issuer, until, why].filter(Boolean).join('·')
}

export const insuranceLine = (insurance: Insurance, day: (day: string) => string): string =>
  [`${day(insurance.fromDay)}到${day(insurance.untilDay)}`, insurance.policyNo ? `保单号 ${insurance.policyNo}` : '']
    .filter(Boolean)
    .join('·')
