import { exportMyData, getMyData, type MyData } from '@sidan/types/my-data'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'
import { AffiliationRow } from './affiliation-row.tsx'
import { ConsentsPart } from './consents-part.tsx'
import { sectionWords } from './my-data-words.ts'
import { NamePart } from './name-part.tsx'
import { ProfilePart } from './profile-part.tsx'
import { saveFile } from './save-file.ts'

const load = () => call(getMyData)

/** 我的资料: seen, corrected, taken along, and the way out (rule-23). */
export default function MyDataPage() {
  const { value: mine, failure, reload } = useLoad(load)
  // A consent withdrawn empties the profile: it is read anew.
  const [round, setRound] = useState(0)
  const words = useWords()
  return (
    <Screen title="我的资料" load={{ value: mine, failure, reload }} shapes={['head', 'card', 'card', 'rows']}>
      {mine ? (
        <>
          <Subject
            lead={<Avatar name={mine.displayName} size="l" />}
            title={mine.displayName}
            line={`${words.fullDay(mine.since.slice(0, 10))}来的`}
          />
          <NamePart key={mine.displayName} fullName={mine.fullName} displayName={mine.displayName} onSaved={reload} />
          <SectionHead>怎么找到您</SectionHead>
          <Card>
            <Facts
              facts={[
                { name: '上门的地址', value: mine.address ?? '没有留' },
                { name: '电话', value: mine.phone ?? '没有留' },
                { name: '我的站', value: mine.homeStationName ?? '还没选' },
              ]}
            />
            <CardActions>
              <Button kind="soft" grow onPress={() => go('settings')}>
                去改
              </Button>
            </CardActions>
          </Card>
          <SectionHead>我做志愿者</SectionHead>
          <ProfilePart key={`profile ${round}`} />
          <AffiliationRow />
          <SectionHead>我同意过什么</SectionHead>
          <ConsentsPart onChanged={() => setRound(round + 1)} />
          <Held mine={mine} />
        </>
      ) : null}
    </Screen>
  )
}

/** What else is held, counted; all of it as a file; and closing. */
function Held({ mine }: { readonly mine: MyData }) {
  const { act, busy } = useAct()
  const take = async () => {
    const all = await act(() => call(exportMyData))
    if (!all) return
    const named = all.sections.map(({ section, rows }) => ({ section, title: sectionWords[section], rows }))
    const text = JSON.stringify({ ...all, sections: named }, null, 2)
    if (await saveFile(`sidan-my-data-${all.exportedAt.slice(0, 10)}.json`, text)) toast('导出好了')
    else sayProblem('没导出来，再试一次')
  }
  return (
    <>
      <SectionHead>系统里还有您的</SectionHead>
      <List>
        {mine.sections
          .filter(({ section, count }) => count > 0 && section !== 'person')
          .map(({ section, count }) => (
            <Row key={section} title={sectionWords[section]} value={`${count} 条`} />
          ))}
      </List>
      <Button kind="outlined" icon="document" busy={busy && '正在导出…'} onPress={() => void take()}>
        全部导出来
      </Button>
      <Box className="t-small sd-ink-2">一份文件，里面是上面所有的内容。一小时最多导五次。</Box>
      <List>
        <Row icon="cross" title="注销账号" line="先看清会怎么样，再决定" onOpen={() => go('close')} />
      </List>
    </>
  )
}
