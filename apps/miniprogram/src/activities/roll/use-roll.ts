import type { BodyOf } from '@sidan/types/endpoint'
import { type Attendee, answerSignup, callRoll, getRoll, pickUpChild } from '@sidan/types/signups'
import { useCallback, useRef, useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { clearProblem, sayProblem, toast } from '../../shared/ui/toast.tsx'
import { nameOf, withMarks } from './attendees.ts'

type Marks = BodyOf<typeof callRoll>['marks']
/** A request carries so many marks. */
const most = 300

/** The roll of one shift: who is there, and who is let in. */
export function useRoll(shiftId: string) {
  const params = { shiftId } as never
  const load = useLoad(useCallback(() => call(getRoll, { params: { shiftId } as never }), [shiftId]))
  const { act, busy } = useAct()
  const [refusing, setRefusing] = useState<Attendee>()
  const { marking, unsent, mark } = useMarks(params, load.reload)
  const answer = async (one: Attendee, admit: boolean, words: string | null = null) => {
    const body = { admit, words }
    if (!(await act(() => call(answerSignup, { params: { signupId: one.signupId }, body })))) return
    setRefusing(undefined)
    toast(admit ? `${nameOf(one)}，报上了` : '答复了，也告诉了本人')
    await load.reload()
  }
  const [fetching, setFetching] = useState<Attendee>()
  const pickUp = async (one: Attendee, code: string) => {
    const asking = { params: { signupId: one.signupId }, body: { code: code.trim() } }
    if (!(await act(() => call(pickUpChild, asking)))) return
    setFetching(undefined)
    toast(`${one.childName ?? ''}接走了，家长会收到`)
    await load.reload()
  }
  const value = load.value && { ...load.value, attendees: withMarks(load.value.attendees, unsent) }
  return { ...load, value, busy: busy || marking, mark, answer, refusing, setRefusing, pickUp, fetching, setFetching }
}

/** Marks are shown as they are tapped and sent one after the other, so that somebody who calls quickly loses none; one that is refused is taken back. */
function useMarks(params: never, reload: () => Promise<void>) {
  const [unsent, setUnsent] = useState<Marks>([])
  const [marking, setMarking] = useState(false)
  const line = useRef(Promise.resolve())
  const send = async (marks: Marks, done?: string) => {
    setMarking(true)
    let outcome: Outcome<unknown> = { ok: true, value: undefined }
    for (let at = 0; at < marks.length && outcome.ok; at += most)
      outcome = await call(callRoll, { params, body: { marks: marks.slice(at, at + most) } })
    if (!outcome.ok) sayProblem(problemText(outcome))
    else if (done) toast(done)
    await reload()
    setUnsent((before) => before.filter((one) => !marks.includes(one)))
    setMarking(false)
  }
  const mark = (marks: Marks, done?: string) => {
    clearProblem()
    setUnsent((before) => [...before, ...marks])
    line.current = line.current.then(() => send(marks, done))
    return line.current
  }
  return { marking, unsent, mark }
}

export type Calling = ReturnType<typeof useRoll>
