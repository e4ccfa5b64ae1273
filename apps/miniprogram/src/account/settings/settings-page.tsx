import { saveContact, savePhoneFromWechat } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { endSession } from '../../shared/session/end-session.ts'
import { loadMe } from '../../shared/session/kept-me.ts'
import { hasWechat } from '../../shared/session/sign-in.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { setElder, setTheme, type Theme, useModes } from '../../shared/ui/modes.ts'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 设置: what an order starts with, how the pages look, signing out. */
export default function SettingsPage() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const { elder, theme } = useModes()
  return (
    <Screen title="设置" load={{ value: me, failure, reload }}>
      <SectionHead>点单时先填好的</SectionHead>
      {me ? <Contact key={me.contact.phoneMasked} saved={me.contact} onSaved={reload} /> : null}
      <List>
        <Row
          icon="pin"
          title={me?.homeStation?.name ?? '还没选站'}
          line="我的站：点单、打电话都先到这里"
          onOpen={() => go('findStation', { county: String(me?.countyId ?? ''), home: '1' })}
        />
      </List>
      <List>
        <Row icon="document" title="我的资料" line="称呼、志愿者资料、同意、导出、注销" onOpen={() => go('myData')} />
        <Row icon="person" title="我有邀请码" line="上一级发给您的，输了就有岗位" onOpen={() => go('invitation')} />
      </List>
      <SectionHead>看得舒服</SectionHead>
      <Card>
        <Box className="sd-stack">
          <ChoiceChips<'elder' | 'standard'>
            label="字号"
            layout="halves"
            value={elder ? 'elder' : 'standard'}
            choices={[
              { value: 'standard', word: '标准字号' },
              { value: 'elder', word: '长辈版·字大些' },
            ]}
            onChoose={(choice) => setElder(choice === 'elder')}
          />
          <ChoiceChips<Theme>
            label="深浅"
            layout="thirds"
            value={theme}
            choices={[
              { value: 'system', word: '跟随系统' },
              { value: 'light', word: '浅色' },
              { value: 'dark', word: '深色' },
            ]}
            onChoose={setTheme}
          />
        </Box>
      </Card>
      <Button kind="outlined" onPress={() => void endSession()}>
        退出登录
      </Button>
    </Screen>
  )
}

interface ContactProps {
  readonly saved: { readonly address: string | null; readonly phoneMasked: string | null }
  readonly onSaved: () => Promise<void>
}

function Contact({ saved, onSaved }: ContactProps) {
  const [address, setAddress] = useState(saved.address ?? '')
  const [phone, setPhone] = useState('')
  const { act, busy } = useAct()
  const wrong =
    phone !== '' && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone) ? '手机号是 11 位，座机要带区号' : undefined
  const save = async (body: Parameters<typeof call<typeof saveContact>>[1]) => {
    if (!(await act(() => call(saveContact, body ?? {})))) return
    setPhone('')
    toast('存好了')
    await onSaved()
  }
  const byWechat = async (code: string) => {
    if (await act(() => call(savePhoneFromWechat, { body: { code } }))) await onSaved()
  }
  const changed = address.trim() !== (saved.address ?? '') || phone !== ''
  return (
    <Card>
      <Box className="sd-stack">
        <Field
          label="上门的地址"
          placeholder="几栋几单元几号"
          maxLength={120}
          value={address}
          onInput={setAddress}
          hint="接单的人才看得到"
        />
        <Field
          kind="phone"
          label="电话"
          optional
          placeholder={saved.phoneMasked ?? '不留也行，由站里联系您'}
          value={phone}
          onInput={setPhone}
          error={wrong}
        />
      </Box>
      <CardActions>
        <Button
          grow
          busy={busy && '正在存…'}
          disabledBecause={wrong ?? (!changed && '没有要存的')}
          onPress={() =>
            void save({
              body: { address: address.trim() === '' ? null : address.trim(), ...(phone ? { phone } : {}) },
            })
          }
        >
          存好
        </Button>
        {hasWechat ? (
          <Button
            kind="outlined"
            openType="getPhoneNumber"
            onPhoneNumber={(code) => void byWechat(code)}
            onPress={() => undefined}
          >
            用微信里的号码
          </Button>
        ) : null}
        {saved.phoneMasked ? (
          <Button kind="outlined" onPress={() => void save({ body: { phone: null } })}>
            不留电话了
          </Button>
        ) : null}
      </CardActions>
    </Card>
  )
}
