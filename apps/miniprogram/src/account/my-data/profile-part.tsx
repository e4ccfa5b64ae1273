import { getVolunteerForm, saveProfile } from '@sidan/types/volunteers'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { ageWords, languageWords, timesWords } from '../register/register-words.ts'

const loadForm = () => call(getVolunteerForm)

/** What is kept of a volunteer, corrected and paused here; who is none yet finds the way to register. */
export function ProfilePart() {
  const { value: form, reload } = useLoad(loadForm)
  const { act, busy } = useAct()
  if (!form) return <Skeleton shapes={['card']} />
  const { profile } = form
  if (!profile)
    return (
      <List>
        <Row icon="hand" title="登记成志愿者" line="两分钟，随时可以不做" onOpen={() => go('register')} />
      </List>
    )
  const rest = async (active: boolean) => {
    if (!(await act(() => call(saveProfile, { body: { active } })))) return
    toast(active ? '欢迎回来' : '先歇着，想回来随时点')
    await reload()
  }
  const named = (codes: readonly string[]) =>
    form.skills.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
  const or = (words: readonly string[], none: string) => (words.length === 0 ? none : words.join('、'))
  return (
    <Card>
      {profile.active ? null : (
        <Notice tone="stone" icon="clock" title="歇着呢">
          不会问您接单，想回来点下面
        </Notice>
      )}
      <Facts
        facts={[
          { name: '志愿者编号', value: profile.volunteerNo },
          { name: '年龄段', value: profile.ageBand ? ageWords[profile.ageBand] : '还没填' },
          { name: '会做什么', value: or(named(profile.skills), '还没选') },
          {
            name: '会说',
            value: or(
              profile.languages.map((one) => languageWords[one]),
              '还没选',
            ),
          },
          { name: '有空', value: timesWords(profile.times) },
          {
            name: '愿意在',
            value: or(
              profile.areas.map(({ name }) => name),
              '家附近',
            ),
          },
          { name: '全国编号', value: profile.nationalNoMasked ?? '没有填' },
        ]}
      />
      <CardActions>
        <Button grow kind="soft" onPress={() => go('register')}>
          改一改
        </Button>
        <Button kind="outlined" busy={busy && '…'} onPress={() => void rest(!profile.active)}>
          {profile.active ? '歇一阵' : '我回来了'}
        </Button>
      </CardActions>
    </Card>
  )
}
