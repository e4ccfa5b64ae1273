/** The people of a county's story: surname and role, nobody real. */
import type { AgeBand } from '@sidan/types/ages'
import type { Preset } from '@sidan/types/preset'
import type { Role } from '@sidan/types/roles'
import { enrolPerson } from '../features/people/enrol-person.ts'
import { grantRole } from '../features/roles/grant-role.ts'
import { joinTeam } from '../features/teams/join-team.ts'
import type { Tx } from '../platform/db.ts'

interface Part {
  key: string
  name: string
  line: string
  role?: Role
  at?: 'station' | 'institute' | 'center' | 'shop'
  volunteer?: AgeBand | 'ageUnknown'
  rank?: 'deputy' | 'leader'
  /** Belongs to no team. */
  alone?: boolean
}

const parts: Part[] = [
  { key: 'resident', name: '王阿姨', line: '71 岁的居民：点单、看进度、评一评' },
  { key: 'neighbour', name: '刘叔', line: '另一位居民' },
  { key: 'volunteer', name: '李师傅', line: '志愿者：接单、签到、攒积分、换东西', volunteer: 'from18' },
  {
    key: 'second',
    name: '吴嫂',

    line: '志愿者，也是队长：替队伍接单、定谁去',
    volunteer: 'from18',
    rank: 'leader',
  },
  { key: 'third', name: '小郑', line: '志愿者，刚来不久', volunteer: 'ageUnknown' },
  {
    key: 'minor',
    name: '小孟',

    line: '十六岁的学生志愿者：要家长同意才能服务',
    volunteer: 'from16',
    alone: true,
  },
  {
    key: 'keeper',
    name: '陈姐',

    line: '站里的专管员：审单、派单、核时长',
    role: 'keeper',
    at: 'station',
  },
  {
    key: 'gridWorker',
    name: '小赵',

    line: '网格员：替没有手机的老人点单',
    role: 'gridWorker',
    at: 'station',
  },
  { key: 'institute', name: '周主任', line: '街道所：看全所的单', role: 'keeper', at: 'institute' },
  { key: 'center', name: '何主任', line: '中心：全县的单和数字', role: 'countyKeeper', at: 'center' },
  { key: 'merchant', name: '钱老板', line: '爱心超市：扫券发东西', role: 'merchant', at: 'shop' },
  { key: 'shopOwner', name: '沈店长', line: '爱心商家的店主：发自家的东西，核对每月的账' },
  { key: 'auditor', name: '孙审计', line: '审计员：只看不动', role: 'auditor', at: 'center' },
]

export type Cast = Record<string, string>

export interface Stage {
  stationId: string
  instituteId: string
  centerId: string
}

/** Where the story plays: the station of the love supermarket's first shelf, or else the first station of the list. */
export async function findStage(tx: Tx, preset: Preset): Promise<Stage> {
  const wanted = preset.units.find((unit) => unit.tier === 'station' && unit.code === preset.rewardItems[0]?.unit)
  const code = wanted?.code ?? preset.units.find((unit) => unit.tier === 'station')?.code ?? ''
  const [stage] = await tx.rows<Stage>({
    text: `select u.id as "stationId", u.institute_id as "instituteId", (select c.id from units c where c.county_id = $1 and c.tier = 'center') as "centerId"
      from units u where u.county_id = $1 and u.code = $2`,
    values: [tx.countyId, code],
  })
  if (!stage) throw new Error('the preset has no station')
  return stage
}

/** Enrols everybody, gives roles, and makes a team with a leader. Returns ids by part. */
export async function enrolCast(tx: Tx, preset: Preset, stage: Stage): Promise<Cast> {
  const shop = preset.rewardItems[0]?.unit === 'center' ? stage.centerId : stage.stationId
  const units = { station: stage.stationId, institute: stage.instituteId, center: stage.centerId, shop }
  const [team] = await tx.rows<{ id: string }>({
    text: `select t.id from teams t join units u on u.county_id = t.county_id and u.id = t.unit_id
      where t.county_id = $1 order by (t.unit_id in ($2, $3)) desc, t.code limit 1`,
    values: [tx.countyId, stage.stationId, stage.instituteId],
  })
  const cast: Cast = { team: team?.id ?? '' }
  for (const [index, part] of parts.entries()) {
    const personId = await enrolPerson(tx, {
      displayName: part.name,
      homeStationId: stage.stationId,
      demoLine: part.line,
      ...(part.volunteer
        ? {
            volunteer: {
              volunteerNo: `${preset.county.code}${String(index + 1).padStart(6, '0')}`,
              skills: preset.skills.map((skill) => skill.code).filter((_skill, at) => part.key !== 'third' || at > 1),
              ageBand: part.volunteer === 'ageUnknown' ? null : part.volunteer,
              availability: ['1-morning', '4-morning', '5-morning'],
            },
          }
        : {}),
    })
    cast[part.key] = personId
    if (part.role && part.at) await grantRole(tx, { personId, role: part.role, unitId: units[part.at] })
    if (part.volunteer && !part.alone && team)
      await joinTeam(tx, { teamId: team.id, personId, rank: part.rank ?? 'member', showsName: part.key !== 'third' })
  }
  return cast
}
