import type { Activity } from '@sidan/types/activities'
import type { Failure } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { go, type PageName } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { dial } from '../../shared/ui/call-button.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'

/** Where what was missing can be had. */
const waysOut: Partial<Record<Failure['code'], { readonly word: string; readonly page: PageName }>> = {
  'volunteer-needed': { word: '登记成志愿者', page: 'register' },
  'age-unknown': { word: '去填年龄段', page: 'myData' },
  'guardian-consent-needed': { word: '去请家长同意', page: 'guardian' },
  'qualification-missing': { word: '去登记资质', page: 'papers' },
  'insurance-missing': { word: '看我的保险', page: 'papers' },
  'child-unknown': { word: '去登记孩子', page: 'children' },
  'shifts-overlap': { word: '看我报了哪些', page: 'myShifts' },
  'already-signed-up': { word: '看我报了哪些', page: 'myShifts' },
  'shift-full': { word: '看看别的活动', page: 'activities' },
  'sign-up-over': { word: '看看别的活动', page: 'activities' },
  'activity-not-open': { word: '看看别的活动', page: 'activities' },
}

/** Why one could not be signed up, and what to do about it; the station always helps. */
export function RefusedSheet({
  failure,
  activity,
  onClose,
}: {
  readonly failure: Failure | undefined
  readonly activity: Pick<Activity, 'unitName' | 'unitPhone'>
  readonly onClose: () => void
}) {
  const way = failure && waysOut[failure.code]
  const { unitPhone } = activity
  return (
    <Sheet
      open={failure !== undefined}
      onClose={onClose}
      title="这次没报上"
      foot={
        <Box className="sd-actions">
          {way ? (
            <Button
              size="l"
              grow
              onPress={() => {
                onClose()
                go(way.page)
              }}
            >
              {way.word}
            </Button>
          ) : null}
          {unitPhone ? (
            <Button size="l" grow={!way} kind="outlined" icon="phone" dials={unitPhone} onPress={() => dial(unitPhone)}>
              问站里
            </Button>
          ) : null}
        </Box>
      }
    >
      <Box>{failure ? problemText(failure) : ''}</Box>
    </Sheet>
  )
}
