import type { Activity } from '@sidan/types/activities'
import { useWords } from '../../shared/format/use-words.ts'
import { readSession } from '../../shared/session/session.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { dial } from '../../shared/ui/call-button.tsx'
import { openShifts, startableShifts } from './choices.ts'
import type { Acting } from './use-activity.ts'

/** The one thing to do here, with until when; and the station's phone. */
export function ActivityBar({ activity, acting }: { readonly activity: Activity; readonly acting: Acting }) {
  const words = useWords()
  const open = startableShifts(openShifts(activity, readSession() !== undefined, words.now))
  const [first] = open
  const { unitPhone } = activity
  const comes = activity.signUp === 'none' && activity.state === 'published'
  const note = first
    ? `${words.by(first.signUpUntil)}都能报，来不了随时可以退`
    : comes
      ? '不用报名，到时候直接来'
      : undefined
  // In elder mode the call button stands in the page, and the bar has one thing to press.
  const ask =
    unitPhone && !words.elder ? (
      <Button kind="outlined" icon="phone" grow={!first} dials={unitPhone} onPress={() => dial(unitPhone)}>
        问站里
      </Button>
    ) : null
  if (!note && !ask) return null
  return (
    <BottomBar {...(note && !(words.elder && first) ? { note } : {})}>
      {ask}
      {first ? (
        <Button size="l" grow busy={acting.busy && '正在报名…'} onPress={() => void acting.start()}>
          {readSession() ? '我要报名' : '登录报名'}
        </Button>
      ) : null}
    </BottomBar>
  )
}
