import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { go } from '../shared/navigation/routes.ts'
import { canScan, scanCode } from '../shared/scan/scan-code.ts'
import { Screen } from '../shared/screen/screen.tsx'
import { SignInFirst } from '../shared/screen/sign-in-first.tsx'
import { readSession } from '../shared/session/session.ts'
import { BottomBar } from '../shared/ui/bottom-bar.tsx'
import { Box, Span } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Card, CardActions } from '../shared/ui/card.tsx'
import { Field } from '../shared/ui/field.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { Notice } from '../shared/ui/notice.tsx'
import { ClockFace } from './clock-face.tsx'
import { TaskChoice } from './task-choice.tsx'
import { useClock } from './use-clock.ts'
import { Waiting } from './waiting.tsx'

/** 签到签退. Works without signal: what is scanned waits on the phone and says so, and is never shown as done before the server has it. */
export default function ClockPage() {
  return readSession() ? (
    <SignedIn />
  ) : (
    <Screen title="签到签退">
      <SignInFirst>登录了才能签到。</SignInFirst>
    </Screen>
  )
}

function SignedIn() {
  const { order, shift, code: given = '' } = useRouter().params
  const clock = useClock(shift ?? order)
  const [typed, setTyped] = useState(given)
  const [typing, setTyping] = useState(!canScan || given !== '')
  const verb = clock.running ? '签退' : '签到'
  const enter = async (code: string) => {
    if (await clock.record(code)) setTyped('')
  }
  const scan = async () => enter((await scanCode()) ?? '')
  const { at } = clock
  return (
    <Screen
      title={clock.title === '' ? '签到签退' : clock.title}
      load={clock.load}
      shapes={['card', 'rows']}
      notice={clock.waiting.length > 0 ? <Waiting events={clock.waiting} onSend={clock.send} /> : undefined}
      bar={
        at?.kind === 'order' ? (
          <BottomBar>
            <Button size="l" kind="outlined" grow onPress={() => go('progress', { order: at.id })}>
              看单，记结果
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {clock.said && clock.waiting.length === 0 ? (
        <Notice tone={clock.said.tone} icon={clock.said.icon} title={clock.said.words} />
      ) : null}
      {clock.running || clock.tasks.length < 2 ? null : (
        <TaskChoice tasks={clock.tasks} value={at?.id} onChoose={clock.choose} />
      )}
      <Card>
        <ClockFace clock={clock} />
        {typing ? (
          <Field
            kind="code"
            label={`照着码输，${verb}`}
            placeholder="服务码或站码"
            value={typed}
            onInput={setTyped}
            onDone={() => void enter(typed)}
          />
        ) : null}
        <CardActions>
          {canScan ? (
            <Button size="l" grow icon="scan" onPress={() => void scan()}>
              {`扫码${verb}`}
            </Button>
          ) : null}
          {typing ? (
            <Button size="l" grow={!canScan} kind={canScan ? 'outlined' : 'filled'} onPress={() => void enter(typed)}>
              {verb}
            </Button>
          ) : (
            <Button size="l" kind="outlined" icon="keyboard" onPress={() => setTyping(true)}>
              手输
            </Button>
          )}
        </CardActions>
      </Card>
      <Box className="sd-line sd-ink-2">
        <Icon name="question" size="s" />
        <Span className="sd-grow">只算实际服务时间，路上的不算。</Span>
      </Box>
      <Button kind="text" onPress={() => go('enter')}>
        没扫上码？补录
      </Button>
    </Screen>
  )
}
