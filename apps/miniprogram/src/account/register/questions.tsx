import { type AgeBand, ageBands } from '@sidan/types/ages'
import { noticeWords } from '@sidan/types/consent-notices'
import type { SpokenPurpose } from '@sidan/types/consents'
import type { VolunteerForm } from '@sidan/types/volunteers'
import { Language } from '@sidan/types/volunteers'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { NoticeCard } from '../consents/notice-card.tsx'
import { ageWords, dayParts, languageWords, weekdays } from './register-words.ts'
import { Several } from './several.tsx'
import type { Told } from './use-register.ts'

interface QuestionProps {
  readonly form: VolunteerForm
  readonly told: Told
  readonly onChange: (part: Partial<Told>) => void
  readonly correcting: boolean
}

function Age({ told, onChange }: QuestionProps) {
  return (
    <Card>
      <SectionHead inner>您多大年纪</SectionHead>
      <Box className="sd-stack">
        <ChoiceChips<AgeBand>
          label="年龄段"
          layout="halves"
          value={told.ageBand}
          choices={ageBands.map((band) => ({ value: band, word: ageWords[band] }))}
          onChoose={(ageBand) => onChange({ ageBand })}
        />
        <Box className="t-small sd-ink-2">只记一段，不问生日。没满 18 岁也能登记，服务要监护人同意。</Box>
      </Box>
    </Card>
  )
}

function Skills({ form, told, onChange }: QuestionProps) {
  return (
    <Card>
      <SectionHead inner aside="可以不选">
        您会做什么
      </SectionHead>
      <Several
        label="会做什么"
        choices={form.skills.map(({ code, name }) => ({ value: code, word: name }))}
        chosen={told.skills}
        onChange={(skills) => onChange({ skills })}
      />
    </Card>
  )
}

function Languages({ told, onChange }: QuestionProps) {
  return (
    <Card>
      <SectionHead inner aside="普通话先选上了">
        您会说什么话
      </SectionHead>
      <Several
        label="会说什么话"
        layout="halves"
        choices={Language.options.map((language) => ({ value: language, word: languageWords[language] }))}
        chosen={told.languages}
        onChange={(languages) => onChange({ languages })}
      />
    </Card>
  )
}

function Times({ told, onChange }: QuestionProps) {
  return (
    <Card>
      <SectionHead inner aside="不选就是都可以商量">
        您什么时候有空
      </SectionHead>
      <Box className="sd-stack">
        {weekdays.map((weekday, index) => (
          <Box key={weekday}>
            <Box className="t-small sd-ink-2">{weekday}</Box>
            <Several
              label={weekday}
              layout="thirds"
              choices={Object.entries(dayParts).map(([part, word]) => ({
                value: `${index + 1}-${part}`,
                word,
                label: `${weekday}${word}`,
              }))}
              chosen={told.times}
              onChange={(times) => onChange({ times })}
            />
          </Box>
        ))}
      </Box>
    </Card>
  )
}

function Areas({ form, told, onChange }: QuestionProps) {
  return (
    <Card>
      <SectionHead inner aside="不选就在家附近">
        您愿意在哪儿
      </SectionHead>
      <Several
        label="愿意在哪儿"
        choices={form.areas.map(({ unitId, name }) => ({ value: unitId, word: name }))}
        chosen={told.areas}
        onChange={(areas) => onChange({ areas })}
      />
    </Card>
  )
}

const offered: SpokenPurpose[] = ['teamList', 'publicName']

function Last({ told, onChange, correcting }: QuestionProps) {
  const say = (purpose: SpokenPurpose, yes: boolean) =>
    onChange({ consents: [...told.consents.filter((one) => one !== purpose), ...(yes ? [purpose] : [])] })
  const answer = (purpose: SpokenPurpose, words: readonly [string, string]) => (
    <ChoiceChips<'yes' | 'no'>
      label={noticeWords(purpose).title}
      layout="halves"
      value={told.consents.includes(purpose) ? 'yes' : 'no'}
      choices={[
        { value: 'yes', word: words[0] },
        { value: 'no', word: words[1] },
      ]}
      onChoose={(choice) => say(purpose, choice === 'yes')}
    />
  )
  return (
    <>
      {told.ageBand === 'under14' && !correcting ? (
        <NoticeCard purpose="under14">{answer('under14', ['监护人同意', '不同意'])}</NoticeCard>
      ) : null}
      {correcting
        ? null
        : offered.map((purpose) => (
            <Card key={purpose}>
              <SectionHead inner>{noticeWords(purpose).title}</SectionHead>
              <Box className="sd-stack">
                <Box className="t-small sd-ink-2">{`${noticeWords(purpose).why}${noticeWords(purpose).refusing}`}</Box>
                {answer(purpose, ['同意', '不用'])}
              </Box>
            </Card>
          ))}
      <Card>
        <Field
          label="全国志愿者编号"
          optional
          placeholder="以前登记过才有，没有就空着"
          maxLength={40}
          value={told.nationalNo}
          onInput={(nationalNo) => onChange({ nationalNo })}
          hint="免得登记两次。不是身份证号"
        />
      </Card>
    </>
  )
}

const questions = [Age, Skills, Languages, Times, Areas, Last] as const

/** The question of a step, the notice aside. */
export function Question({ step, ...props }: QuestionProps & { readonly step: number }) {
  const Shown = questions[step - 1] ?? Age
  return <Shown {...props} />
}
