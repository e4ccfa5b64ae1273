import { civilDay, civilTime, momentOf } from '@sidan/types/civil'
import type { ReplyOf } from '@sidan/types/endpoint'
import { enterRecord, getEntryForm } from '@sidan/types/manual-entries'
import type { PersonRef } from '@sidan/types/people'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { ForWhom } from '../../shared/people/for-whom.tsx'
import { PhotoPicker } from '../../shared/photos/photo-picker.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { TimeField } from '../../shared/ui/time-field.tsx'
import { toast } from '../../shared/ui/toast.tsx'

type Form = ReplyOf<typeof getEntryForm>
const load = () => call(getEntryForm)
/** Not one of the shifts: something else, told in words. */
const other = 'other'

/** 补录: service that was not clocked, with why and a photo; somebody else decides on it. `for=other`: staff enter it for a volunteer. */
export default function EnterPage() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="补录时长" load={{ value, failure, reload }} shapes={['head', 'card']}>
      {value?.limits ? <Entry form={value} limits={value.limits} /> : null}
      {value && !value.limits ? <Empty>我们这里不补录。请在现场扫码打卡，时长自己就有。</Empty> : null}
    </Screen>
  )
}

function Entry({ form, limits }: { readonly form: Form; readonly limits: NonNullable<Form['limits']> }) {
  const words = useWords()
  const forOther = useRouter().params['for'] === 'other'
  const [person, setPerson] = useState<PersonRef>()
  const shifts = forOther ? [] : form.shifts
  const [shiftId, setShiftId] = useState<string>(shifts[0]?.shiftId ?? other)
  const shift = shifts.find((one) => one.shiftId === shiftId)
  const [title, setTitle] = useState('')
  const [platform, setPlatform] = useState<string | null>(null)
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('09:00')
  const [until, setUntil] = useState('10:00')
  const [why, setWhy] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const { act, busy } = useAct()
  const choose = (next: string) => {
    setShiftId(next)
    const chosen = shifts.find((one) => one.shiftId === next)
    if (!chosen) return
    setDay(civilDay(new Date(chosen.startsAt)))
    setFrom(civilTime(new Date(chosen.startsAt)))
    setUntil(civilTime(new Date(chosen.endsAt)))
  }
  const missing =
    (forOther && !person && '先选给谁录') ||
    (!shift && title.trim() === '' && '先写做了什么') ||
    (!shift && platform === null && '先选是哪一类') ||
    (day === '' && '先选哪一天') ||
    (why.trim() === '' && '先写为什么没打卡') ||
    (photos.length === 0 && '先加一张照片')
  const enter = async () => {
    const where = shift
      ? { shiftId: shift.shiftId }
      : { title: title.trim(), unitId: form.unit?.unitId, platformCode: platform ?? '' }
    const body = {
      personId: person?.personId ?? null,
      where,
      startedAt: momentOf(day, from).toISOString(),
      endedAt: momentOf(day, until).toISOString(),
      words: why.trim(),
      photos,
    }
    const made = await act(() => call(enterRecord, { body: body as never }))
    if (!made) return
    toast('录上了，等别人审过才算')
    go('why', { record: made.recordId })
  }
  return (
    <Box className="sd-stack">
      <Box className="sd-ink-2">
        {`没扫上码才用补录：要写原因、附照片，由别人来审，记成申报时长。一次最多 ${minutesWords(limits.capMinutesPerRecord)}，一个月最多 ${minutesWords(limits.capMinutesPerMonth)}，只能补 ${limits.withinDays} 天以内的。`}
      </Box>
      {forOther ? <ForWhom verb="录" person={person} onChoose={setPerson} /> : null}
      {shifts.length > 0 ? (
        <ChoiceChips
          label="哪一次"
          value={shiftId}
          choices={[
            ...shifts.map((one) => ({
              value: one.shiftId as string,
              word: one.title,
              below: words.dayOf(one.startsAt),
            })),
            { value: other, word: '别的事' },
          ]}
          onChoose={choose}
        />
      ) : null}
      {shift ? null : (
        <>
          <Field label="做了什么" maxLength={40} value={title} onInput={setTitle} placeholder="比如：清扫楼道" />
          <ChoiceChips
            label="是哪一类"
            value={platform}
            choices={form.platforms.map(({ code, name }) => ({ value: code, word: name }))}
            onChoose={setPlatform}
          />
        </>
      )}
      <DayField label="哪一天" value={day} onChoose={setDay} />
      <TimeField label="几点开始" value={from} onChoose={setFrom} />
      <TimeField label="几点结束" value={until} onChoose={setUntil} />
      <TextArea label="为什么没打卡" maxLength={200} value={why} onInput={setWhy} />
      <PhotoPicker most={3} words="加照片（至少一张）" hashes={photos} onChange={setPhotos} />
      <Button size="l" busy={busy && '正在录…'} disabledBecause={missing} onPress={() => void enter()}>
        交上去，等人审
      </Button>
    </Box>
  )
}
