import { getWalk, type WalkDraw, type WalkUnit, type WalkWhole } from '@sidan/types/audit-walks'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { grouped, minutesWords, signed } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { evidenceWords, factorWords } from '../../shared/records/evidence-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { SumLines } from '../../shared/ui/sum-lines.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { countedWords, daysWords, walkWords } from '../walk-words.ts'
import './walk.css'

const canPrint = process.env.TARO_ENV === 'h5'

/** One walk on one page, to be read and printed: each draw with who served when, by what it is known, who approved it and how it was counted; at the end what is signed. */
export default function WalkPage() {
  const { walk: walkId = '' } = useRouter().params
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getWalk, { params: { walkId } as never }), [walkId]),
  )
  return (
    <Screen
      title="抽查单"
      load={{ value, failure, reload }}
      shapes={['head', 'card', 'card', 'card']}
      bar={
        canPrint && value ? (
          <BottomBar>
            <Button size="l" grow icon="printer" onPress={() => window.print()}>
              打印
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {value ? <Walk whole={value} /> : null}
    </Screen>
  )
}

function Walk({ whole }: { readonly whole: WalkWhole }) {
  const words = useWords()
  const { walk, draws } = whole
  const unit = walk.unit === 'minutes' ? '分钟' : '分'
  return (
    <>
      <Subject
        title={`${walkWords(walk)}·${daysWords(words.date, walk)}`}
        line={`从 ${grouped(walk.movements)} 笔、${grouped(walk.amount)} ${unit}里随机抽的·${walk.drawnByName}，${words.moment(walk.drawnAt)}`}
      />
      {draws.map((draw) => (
        <Draw key={draw.no} draw={draw} unit={walk.unit} />
      ))}
      <Signed whole={whole} />
    </>
  )
}

function Draw({ draw, unit }: { readonly draw: WalkDraw; readonly unit: WalkUnit }) {
  const words = useWords()
  const minutes = draw.clockedMinutes + draw.declaredMinutes
  return (
    <Card>
      <SectionHead as="h3">{`${draw.no}. 第 ${grouped(draw.position)} ${unit === 'minutes' ? '分钟' : '分'}`}</SectionHead>
      {draw.undoneAt ? (
        <Notice tone="danger" icon="return" title="这一笔后来退掉了">
          {words.moment(draw.undoneAt)}
        </Notice>
      ) : null}
      <Box className="sd-stack">
        <Facts
          facts={[
            { name: '谁', value: draw.personName },
            { name: '做什么', value: `${draw.title}·${draw.stationName}` },
            { name: '什么时候', value: words.span(draw.startedAt, draw.endedAt) },
            { name: '算多少', value: `${countedWords(draw)}·凭据 ${draw.grade} 级` },
            {
              name: '记账',
              value: `${words.moment(draw.postedAt)}，${unit === 'minutes' ? minutesWords(draw.moved) : `${draw.moved} 分`}`,
            },
          ]}
        />
        <Timeline
          label="凭据"
          events={draw.evidence.map((line) => ({
            key: `${line.kind} ${line.at}`,
            ...evidenceWords(line),
            when: words.moment(line.at),
          }))}
        />
      </Box>
      {unit === 'points' ? (
        <SumLines
          kind="points"
          lines={draw.factors.map((factor) => ({ words: factorWords(factor), figure: signed(factor.points) }))}
          total={{
            words: `${minutesWords(minutes)}合计`,
            figure: `${draw.factors.reduce((sum, one) => sum + one.points, 0)} 分`,
          }}
          rule={`规则第 ${draw.policyVersion} 版`}
        />
      ) : null}
      <Box className="sd-not-printed">
        <Button kind="text" onPress={() => go('why', { record: draw.recordId })}>
          看这条记录的全部
        </Button>
      </Box>
    </Card>
  )
}

/** What makes a printed sheet checkable. */
function Signed({ whole }: { readonly whole: WalkWhole }) {
  return (
    <Card>
      <SectionHead as="h3">签了名的</SectionHead>
      <Box className="t-small sd-ink-2">
        抽到哪些、怎么抽的，都写在签了名的文本里。纸上的校验码和系统里的一样，就是没改过。
      </Box>
      <Facts
        facts={[
          { name: '校验码 SHA-256', value: whole.sha256 },
          { name: '签名 Ed25519', value: whole.signature },
          { name: '公钥', value: whole.keyId },
        ]}
      />
      <Box className="sd-signed-text">{whole.payload}</Box>
    </Card>
  )
}
