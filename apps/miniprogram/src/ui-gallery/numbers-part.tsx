import { minuteParts } from '../shared/format/amount-words.ts'
import { Box } from '../shared/ui/box.tsx'
import { Card } from '../shared/ui/card.tsx'
import { ChartBars } from '../shared/ui/chart-bars.tsx'
import { CoverageTiles } from '../shared/ui/coverage-tiles.tsx'
import { Stamp } from '../shared/ui/four-tiles.tsx'
import { HeatWeeks } from '../shared/ui/heat-weeks.tsx'
import { MeterBar, SpentBar } from '../shared/ui/meter-bar.tsx'
import { Progress } from '../shared/ui/progress.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { StarsShown } from '../shared/ui/stars.tsx'
import { Stat } from '../shared/ui/stat.tsx'
import { Subject } from '../shared/ui/subject.tsx'
import { SumLines } from '../shared/ui/sum-lines.tsx'

const institutes = [
  '新市',
  '永兴',
  '曹武',
  '罗店',
  '宋河',
  '坪坝',
  '三阳',
  '绿林',
  '杨集',
  '孙桥',
  '石龙',
  '永漋',
  '雁门',
  '钱场',
  '温泉',
  '开发',
]
const loop = [
  { mark: '点', amount: 1284 },
  { mark: '派', amount: 1236 },
  { mark: '接', amount: 1198 },
  { mark: '评', amount: 1042 },
]
const months = [812, 905, 1040, 1122, 1190, 1284].map((amount, index) => ({ name: `${index + 6}月`, amount }))

/** Hours and points with their why, charts with their table. */
export function NumbersPart() {
  return (
    <>
      <Box className="sd-halves">
        <Card>
          <Stat kind="hours" label="打卡时长" parts={minuteParts(90)} />
        </Card>
        <Card>
          <Stat kind="points" label="积分" parts={[{ figure: '+20', unit: '分' }]} />
        </Card>
      </Box>
      <Card>
        <SectionHead as="h3">为什么是 20 分</SectionHead>
        <SumLines
          kind="points"
          lines={[
            { words: '90 分钟，每小时 10 分', figure: '15' },
            { words: '上门服务 × 1.2', figure: '+3' },
            { words: '王阿姨评了五星', figure: '+2' },
          ]}
          total={{ words: '合计', figure: '20 分' }}
          rule="规则第 3 版·有效到 2027年12月31日"
        />
      </Card>
      <Me />
      <County />
    </>
  )
}

function Me() {
  return (
    <>
      <Card>
        <Box className="sd-between">
          <StarsShown value={1} label="一星志愿者" />
          <Box className="sd-strong">一星志愿者</Box>
        </Box>
        <Stat size="hero" parts={minuteParts(7830)} />
        <Progress
          label="130 小时 30 分，离二星还有 169 小时 30 分"
          whole={18_000}
          parts={[
            { name: '打卡', amount: 7590, words: '126 小时 30 分' },
            { name: '申报', amount: 240, words: '4 小时' },
          ]}
          below={['离二星还有 169 小时 30 分', '300']}
          legend
        />
      </Card>
      <Card>
        <SectionHead as="h3" aside="做了 17 周">
          这半年，26 周
        </SectionHead>
        <HeatWeeks
          label="26 周里有 17 周做了服务"
          rows={[
            { name: '6–8月', minutes: [0, 30, 0, 90, 40, 0, 200, 0, 50, 120, 0, 0, 400] },
            { name: '9–11月', minutes: [20, 0, 100, 120, 0, 30, 240, 0, 90, 40, 500, 100, 200] },
          ]}
        />
      </Card>
    </>
  )
}

function County() {
  return (
    <>
      <Card>
        <Subject
          size="title"
          title="100 张单里，"
          stress={{ words: '95 张按时有人答复', tone: 'brand' }}
          line="按时答复 94.6%，上月 93.1%·40 秒前更新"
        />
        {loop.map(({ mark, amount }) => (
          <MeterBar
            key={mark}
            lead={<Stamp mark={mark} small />}
            label={`${mark}单 ${amount} 张`}
            amount={amount}
            whole={1284}
          />
        ))}
      </Card>
      <Card>
        <ChartBars title="每月点单" finding="十一月比六月多了 472 张" unit="张" bars={months} asOf="40 秒前更新" />
      </Card>
      <Card>
        <SectionHead as="h3" aside="按区划代码排，不排名">
          覆盖 304 / 312 个站
        </SectionHead>
        <CoverageTiles
          units={institutes.map((name, index) => ({ name, stations: 20, covered: index % 5 === 3 ? 18 : 20 }))}
        />
      </Card>
      <Card>
        <SpentBar given="积分 发出 48,620" spent="换出 31,450" amount={31_450} whole={48_620} />
      </Card>
    </>
  )
}
