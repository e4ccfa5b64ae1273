import { noticeWords } from '@sidan/types/consent-notices'
import { type Consent, type ConsentPurpose, listConsents, saveConsent } from '@sidan/types/consents'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { NoticeCard } from '../consents/notice-card.tsx'

const load = () => call(listConsents)
/** Asked where they are needed; here they can be withdrawn. */
const askedElsewhere: readonly ConsentPurpose[] = ['volunteerRecord', 'under14', 'partyMembership']

/** Every consent on its own: two chips, at once. What takes a profile with it is asked once more. */
export function ConsentsPart({ onChanged }: { readonly onChanged: () => void }) {
  const { value, reload } = useLoad(load)
  const [looking, setLooking] = useState<ConsentPurpose>()
  const [leaving, setLeaving] = useState<Consent>()
  const { act, busy } = useAct()
  if (!value) return <Skeleton shapes={['card', 'card']} />
  const say = async ({ purpose, noticeVersion }: Consent, given: boolean) => {
    setLeaving(undefined)
    const word =
      purpose === 'partyMembership'
        ? { purpose, noticeVersion, given: false as const }
        : { purpose, noticeVersion, given }
    if (!(await act(() => call(saveConsent, { body: word })))) return
    toast(given ? '记下了' : '收回了，马上生效')
    await reload()
    onChanged()
  }
  const shown = value.items.filter(({ purpose, given }) => given || !askedElsewhere.includes(purpose))
  return (
    <>
      {shown.map((consent) => (
        <Card key={consent.purpose}>
          <SectionHead
            as="h3"
            aside={
              <Button
                kind="text"
                size="s"
                label={`看告知，${noticeWords(consent.purpose).title}`}
                onPress={() => setLooking(consent.purpose)}
              >
                看告知
              </Button>
            }
          >
            {noticeWords(consent.purpose).title}
          </SectionHead>
          <Box className="sd-stack">
            <Box className="t-small sd-ink-2">{noticeWords(consent.purpose).refusing}</Box>
            <ChoiceChips<'yes' | 'no'>
              label={noticeWords(consent.purpose).title}
              layout="halves"
              value={consent.given ? 'yes' : 'no'}
              choices={[
                { value: 'yes', word: '同意' },
                { value: 'no', word: consent.given ? '收回' : '不同意' },
              ]}
              onChoose={(choice) => {
                if ((choice === 'yes') === consent.given) return
                if (consent.given && askedElsewhere.includes(consent.purpose)) setLeaving(consent)
                else void say(consent, choice === 'yes')
              }}
            />
          </Box>
        </Card>
      ))}
      <Sheet open={looking !== undefined} onClose={() => setLooking(undefined)} title="告知">
        {looking ? <NoticeCard purpose={looking} /> : null}
      </Sheet>
      <Sheet
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title="真的收回吗"
        line={leaving ? noticeWords(leaving.purpose).kept : ''}
        foot={
          <Button tone="danger" busy={busy && '正在收回…'} onPress={() => leaving && void say(leaving, false)}>
            收回同意
          </Button>
        }
      >
        <Box>
          {leaving?.purpose === 'partyMembership'
            ? '单位和住处马上删掉。时长不受影响，以后想报到，再来一次就行。'
            : '为这件事填的资料马上清空。以后想做了，再登记一次就行，编号还是原来的。'}
        </Box>
      </Sheet>
    </>
  )
}
