import { useLoad } from '../../shared/api/use-load.ts'
import { masked } from '../../shared/format/amount-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Press } from '../../shared/ui/press.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { rolesWords } from './role-words.ts'
import { VolunteerPart } from './volunteer-part.tsx'

/** 我的: hours clocked and declared apart, points, stars, and each record with its why. */
export default function MePage() {
  return readSession() ? (
    <SignedIn />
  ) : (
    <Screen title="我的" back="none" tabs={<Tabs current="me" />}>
      <SignInFirst>登录了，就能看到自己的时长和积分。</SignInFirst>
    </Screen>
  )
}

function SignedIn() {
  const { value: me, failure, reload } = useLoad(loadMe)
  return (
    <Screen
      title="我的"
      back="none"
      load={{ value: me, failure, reload }}
      shapes={['head', 'card', 'card', 'rows']}
      tabs={<Tabs current="me" />}
    >
      {me ? (
        <>
          <Subject
            lead={<Avatar name={me.displayName} size="l" />}
            title={me.displayName}
            line={me.volunteer ? `志愿者编号 ${masked(me.volunteer.volunteerNo)}` : rolesWords(me.roles)}
            end={
              <Press className="sd-icon-button" label="设置" onPress={() => go('settings')}>
                <Icon name="gear" />
              </Press>
            }
          />
          {me.volunteer ? <VolunteerPart /> : null}
          {me.volunteer ? null : (
            <List>
              <Row icon="hand" title="登记成志愿者，两分钟" line="先看告知，再点几下" onOpen={() => go('register')} />
            </List>
          )}
          <List>
            {me.volunteer && me.roles.length > 0 ? <Row icon="people" title={rolesWords(me.roles)} /> : null}
            <Row icon="calendar" title="我报的活动" line="要去的、去过的" onOpen={() => go('myShifts')} />
            <Row
              icon="info"
              title="通知"
              value={me.unreadNotices > 0 ? `${me.unreadNotices} 条没看` : undefined}
              onOpen={() => go('notices')}
            />
            {me.volunteer ? <Row icon="shield-check" title="我的资质与保险" onOpen={() => go('papers')} /> : null}
            <Row icon="gift" title="家庭积分" line="一家人的积分一起换" onOpen={() => go('family')} />
            <Row icon="people" title="家长同意" onOpen={() => go('guardian')} />
            <Row icon="home-person" title="我的孩子" onOpen={() => go('children')} />
            <Row icon="document" title="意见与投诉" onOpen={() => go('feedback')} />
            <Row icon="person" title="我的资料" line="看、改、导出、注销" onOpen={() => go('myData')} />
            <Row icon="gear" title="设置" line="地址、电话、我的站、字号、退出登录" onOpen={() => go('settings')} />
          </List>
        </>
      ) : null}
    </Screen>
  )
}
