import { type Activity, getActivity } from '@sidan/types/activities'
import { useCallback, useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { countyHere } from '../../shared/session/session.ts'
import { toast } from '../../shared/ui/toast.tsx'

/** What is open over the page: of the whole activity, or of one shift. */
export type Open =
  | { readonly sheet: 'copy' | 'cancel' | 'add' }
  | { readonly sheet: 'places' | 'time' | 'cancelShift'; readonly shiftId: string }

/** One activity for who runs it, and one change at a time; each shows the activity as it is then. */
export function useManaged(activityId: string) {
  const load = useLoad(
    useCallback(() => call(getActivity, { params: { countyId: countyHere(), activityId } as never }), [activityId]),
  )
  const { act, busy } = useAct()
  const [open, setOpen] = useState<Open>()
  /** Does it, says so, and shows the page anew. */
  const change = async (done: string, work: () => Promise<Outcome<Activity>>): Promise<Activity | undefined> => {
    const after = await act(work)
    if (!after) return undefined
    setOpen(undefined)
    toast(done)
    await load.reload()
    return after
  }
  return { ...load, busy, open, setOpen, close: () => setOpen(undefined), change }
}

export type Managed = ReturnType<typeof useManaged>
