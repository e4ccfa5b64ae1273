/**
 * What a certificate says, and who may do what with it. It says what the records say and nothing else: nobody types a number of it (rule-02), and clocked and
 * declared minutes stay apart (rule-14).
 */
import type { CertificatePayload, CertificateState } from '@sidan/types/certificates'
import type { EvidenceGrade } from '@sidan/types/clock'
import type { ProblemCode } from '@sidan/types/problems'
import type { Actor } from '../roles/rules.ts'

/** A record as a certificate counts it. */
export interface Served {
  recordId: string
  version: number
  serviceDay: string
  title: string
  clockedMinutes: number
  declaredMinutes: number
  grade: EvidenceGrade
}

/** The period that is asked for, or what a certificate may not be about. Nothing is certified that is yet to come. */
export function periodOf(
  asked: { fromDay: string | null; untilDay: string | null },
  today: string,
): { fromDay: string | null; untilDay: string } | ProblemCode {
  const untilDay = asked.untilDay !== null && asked.untilDay < today ? asked.untilDay : today
  return asked.fromDay !== null && asked.fromDay > untilDay ? 'period-invalid' : { fromDay: asked.fromDay, untilDay }
}

/** What is hashed of who holds it; the name code stands on the certificate alone. */
export const holderText = (nameCode: string, name: string, volunteerNo: string): string =>
  `${nameCode}:${name}:${volunteerNo}`

const sum = (minutes: number[]) => minutes.reduce((total, one) => total + one, 0)
const clocked = (records: readonly Served[]) => sum(records.map(({ clockedMinutes }) => clockedMinutes))
const declared = (records: readonly Served[]) => sum(records.map(({ declaredMinutes }) => declaredMinutes))

/** The sums of records: whole, by grade, and by what was served, what took longest first. */
export function sumsOf(
  records: readonly Served[],
): Pick<CertificatePayload, 'recordCount' | 'clockedMinutes' | 'declaredMinutes' | 'grades' | 'contents'> {
  const titles = [...new Set(records.map(({ title }) => title))]
  const contents = titles.map((title) => {
    const same = records.filter((record) => record.title === title)
    return { title, times: same.length, clockedMinutes: clocked(same), declaredMinutes: declared(same) }
  })
  const grades = (['A', 'B', 'C'] as const).map((grade) => {
    const same = records.filter((record) => record.grade === grade)
    return { grade, minutes: clocked(same) + declared(same) }
  })
  return {
    recordCount: records.length,
    clockedMinutes: clocked(records),
    declaredMinutes: declared(records),
    grades: grades.filter(({ minutes }) => minutes > 0),
    contents: contents.sort(
      (one, other) =>
        other.clockedMinutes + other.declaredMinutes - one.clockedMinutes - one.declaredMinutes ||
        (one.title < other.title ? -1 : 1),
    ),
  }
}

/** The county's keeper ends a certificate, for everybody to see; nobody else. */
export const mayRevoke = (actor: Actor, state: CertificateState): true | ProblemCode => {
  if (!actor.grants.some(({ role }) => role === 'countyKeeper')) return 'not-allowed'
  return state === 'valid' ? true : 'certificate-over'
}
