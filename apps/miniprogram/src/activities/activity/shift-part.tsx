import type { Activity, OwnSignup, Places, Shift } from '@sidan/types/activities'
import { useState } from 'react'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions, Divider } from '../../shared/ui/card.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { asksWords, freeWords, isOpen, isOver, kindWords, ownWords } from '../activity-words.ts'
import type { Acting } from './use-activity.ts'

export interface ShiftPartProps {
  readonly activity: Activity
  readonly shift: Shift
  readonly acting: Acting
  /** Its own button, where there are several shifts. */
  readonly mayStart: boolean
}

/** One shift: when, who is looked for, what is free, and how far one's own sign-up is. */
export function ShiftPart({ activity, shift, acting, mayStart }: ShiftPartProps) {
  const words = useWords()
  const when = words.span(shift.startsAt, shift.endsAt)
  const own = shift.mine.filter((signup) => isOpen(signup) || signup.state === 'refused')
  return (
    <Card label={when}>
      <Box className="sd-between">
        <Box className="sd-strong">{when}</Box>
        {shift.state === 'cancelled' || activity.state === 'cancelled' ? (
          <Tag tone="stone" icon="cross">
            不办了
          </Tag>
        ) : isOver(shift, words.now) ? (
          <Tag tone="stone" icon="check">
            结束了
          </Tag>
        ) : null}
      </Box>
      {shift.places.length > 0 ? <Divider /> : null}
      <Box className="sd-stack">
        {shift.places.map((places) => (
          <PlacesLine key={places.openingId} places={places} />
        ))}
      </Box>
      {own.map((signup) => (
        <Own key={signup.signupId} signup={signup} activity={activity} shift={shift} acting={acting} />
      ))}
      {mayStart ? (
        <CardActions>
          <Button kind="soft" grow label={`报名，${when}`} onPress={() => void acting.start(shift.shiftId)}>
            报名
          </Button>
        </CardActions>
      ) : null}
    </Card>
  )
}

function PlacesLine({ places }: { readonly places: Places }) {
  const asks = [kindWords[places.kind], asksWords(places)].filter(Boolean).join('·')
  return (
    <Box className="sd-between">
      <Box>
        {places.name}
        <Box className="t-small sd-ink-2">{asks}</Box>
      </Box>
      <Box className="t-small sd-ink-2">{`${freeWords(places)}，共 ${places.capacity} 个`}</Box>
    </Box>
  )
}

interface OwnProps extends Omit<ShiftPartProps, 'mayStart'> {
  readonly signup: OwnSignup
}

function Own({ signup, activity, shift, acting }: OwnProps) {
  const [leaving, setLeaving] = useState(false)
  const { tone, icon, word } = ownWords(signup)
  const opening = shift.places.find((places) => places.openingId === signup.openingId)
  const who = signup.childName ? `${signup.childName}，` : ''
  return (
    <>
      <Divider />
      <Box className="sd-between">
        <Tag tone={tone} icon={icon}>{`${who}${word}`}</Tag>
        {isOpen(signup) && shift.allowedActions.includes('leave') ? (
          <Button
            kind="outlined"
            size="s"
            label={`来不了，退出${opening?.name ?? ''}`}
            onPress={() => setLeaving(true)}
          >
            来不了，退出
          </Button>
        ) : null}
      </Box>
      <Box className="t-small sd-ink-2">{stateLine(signup, opening?.name ?? '')}</Box>
      {signup.state === 'confirmed' && activity.privateDetails ? (
        <Box>{`只告诉来的人：${activity.privateDetails}`}</Box>
      ) : null}
      <ConfirmSheet
        open={leaving}
        onClose={() => setLeaving(false)}
        title="退出这一班吗"
        line="不用说为什么，什么都不影响；位子让给后面的人"
        word="退出"
        busy={acting.busy && '正在退出…'}
        onConfirm={() => void acting.leave(signup).then(() => setLeaving(false))}
      />
    </>
  )
}

function stateLine({ state }: OwnSignup, opening: string): string {
  if (state === 'waiting') return `${opening}·前面的人来不了，位子就给您，到时告诉您`
  if (state === 'asked') return `${opening}·站里看过就答复您`
  if (state === 'refused') return `${opening}·看看别的班，或者问问站里`
  return opening
}
