import type { BodyOf } from '@sidan/types/endpoint'
import { type Attendee, answerSignup, callRoll, getRoll, pickUpChild } from '@sidan/types/signups'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { toast } from '../../shared/ui/toast.tsx'
import { nameOf } from './attendees.ts'

type Marks = BodyOf<typeof callRoll>['marks']
/** A request carries so many marks. */
const most = 300

/** The roll of one shift: who is there, and who is let in. */
export function useRoll(shiftId: string) {
  const params = { shiftId } as never
  const load = useLoad(useCallback(() => call(getRoll, { params: { shiftId } as never }), [shiftId]))
  const { act, busy } = useAct()
  const [refusing, setRefusing] = useState<Attendee>()
  const mark = async (marks: Marks, done?: string) => {
    for (let at = 0; at < marks.length; at += most)
      if (!(await act(() => call(callRoll, { params, body: { marks: marks.slice(at, at + most) } })))) break
    if (done) toast(done)
    await load.reload()
  }
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
  return { ...load, busy, mark, answer, refusing, setRefusing, pickUp, fetching, setFetching }
}

export type Calling = ReturnType<typeof useRoll>
