import type { ReplyOf } from '@sidan/types/endpoint'
import { getRoll, reportShift } from '@sidan/types/signups'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { PhotoPicker } from '../../shared/photos/photo-picker.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, Divider } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { countsOf } from './counts.ts'

type Reported = ReplyOf<typeof reportShift>

/** 记一笔: how many came, by the roll; others by a count; words and photos only if somebody wants to (rule-29). */
export default function ReportPage() {
  const { shift = '' } = useRouter().params
  const load = useLoad(useCallback(() => call(getRoll, { params: { shiftId: shift } as never }), [shift]))
  const [others, setOthers] = useState(0)
  const [told, setTold] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [reported, setReported] = useState<Reported>()
  const { act, busy } = useAct()
  const words = useWords()
  const roll = load.value
  const counts = countsOf(roll?.attendees ?? [])
  const send = async () => {
    const body = { othersServedTimes: others, words: told.trim() || null, photos: [...photos] } as never
    setReported(await act(() => call(reportShift, { params: { shiftId: shift } as never, body })))
  }
  if (roll && reported) return <Done title={roll.title} reported={reported} />
  return (
    <Screen
      title="记一笔"
      load={load}
      shapes={['head', 'card']}
      bar={
        <BottomBar note="一天里还能再记，后面的算数">
          <Button size="l" grow busy={busy && '正在记…'} onPress={() => void send()}>
            记下来
          </Button>
        </BottomBar>
      }
    >
      {roll ? (
        <>
          <Subject title={roll.title} line={words.span(roll.shift.startsAt, roll.shift.endsAt)} />
          <Card>
            <SectionHead as="h3" aside="从名单来的，不用再填">
              来了多少人
            </SectionHead>
            <Facts
              facts={[
                { name: '来参加的', value: `${counts.served} 人` },
                { name: '志愿者', value: `${counts.volunteers} 人` },
                { name: '还没点名的', value: `${counts.unmarked} 人` },
              ]}
            />
            <Divider />
            <Box className="sd-between">
              <Box>
                没报名也来了的
                <Box className="t-small sd-ink-2">大概数一下就行</Box>
              </Box>
              <Stepper label="没报名也来了的人" value={others} upTo={100_000} onChange={setOthers} />
            </Box>
          </Card>
          <Card>
            <Box className="sd-stack">
              <TextArea label="想说一句" optional maxLength={300} value={told} onInput={setTold} />
              <PhotoPicker hashes={photos} onChange={setPhotos} />
            </Box>
          </Card>
        </>
      ) : null}
    </Screen>
  )
}

function Done({ title, reported }: { readonly title: string; readonly reported: Reported }) {
  return (
    <Screen
      title="记一笔"
      bar={
        <BottomBar>
          <Button size="l" grow onPress={goBack}>
            好了
          </Button>
        </BottomBar>
      }
    >
      <Subject title={`记好了，${title}服务 ${reported.servedTimes} 人次`} line="统计里自己会算，不用再报" />
      <Card>
        <Facts
          facts={[
            { name: '人次', value: `${reported.servedTimes}，名单上到的和没报名来的` },
            { name: '人数', value: `${reported.servedPeople}，只数名单上到的` },
            { name: '志愿者', value: `${reported.volunteerCount} 人，时长看打卡` },
          ]}
        />
      </Card>
    </Screen>
  )
}
