import type { Me } from '@sidan/types/people'
import type { PageName } from '../../shared/navigation/routes.ts'
import { holds, isStaff } from '../../shared/session/kept-me.ts'
import type { IconName } from '../../shared/ui/icon-shapes.ts'

export interface Door {
  readonly page: PageName
  readonly word: string
  readonly icon: IconName
  /** How many wait behind it. */
  readonly value?: string
  /** Kept on the first page in elder mode; the others are one level deeper, under 我的. */
  readonly inElder: boolean
  /** In elder mode alone, where the tab is not there. */
  readonly elderOnly?: true
}

/** Numbers are for whoever decides above stations, and for auditors there. */
const seesNumbers = (me: Me): boolean =>
  me.roles.some(
    ({ role, unit }) =>
      ['countyKeeper', 'keeper', 'staff', 'auditor'].includes(role) && ['center', 'institute'].includes(unit.tier),
  )

/** Of the county as a whole: its keeper's, and its auditors'. */
function countyDoors(me: Me): Door[] {
  const keeper = holds(me, 'countyKeeper')
  const auditor = me.roles.some(({ role, unit }) => role === 'auditor' && unit.tier === 'center')
  const walks: Door = { page: 'walks', word: '抽查时长和积分', icon: 'eye', inElder: false }
  if (!keeper) return auditor ? [walks] : []
  return [
    { page: 'heldWords', word: '等人看一眼的话', icon: 'eye', inElder: false },
    { page: 'checkCertificates', word: '核对证明', icon: 'document', inElder: false },
    walks,
  ]
}

const door = (open: boolean, given: Door): Door[] => (open ? [given] : [])

/** 爱心超市, for who exchanges, who hands out, and who keeps it; and what is counted for points. */
function rewardDoors(me: Me): Door[] {
  const staff = isStaff(me)
  /** Works at a partner of the reward store. */
  const sells = me.roles.some(({ partnerName }) => partnerName !== null)
  return [
    ...door(me.volunteer !== null, { page: 'store', word: '爱心超市', icon: 'bag', inElder: false }),
    ...door(sells, { page: 'shop', word: '我的店', icon: 'bag', inElder: true }),
    ...door(staff || sells || holds(me, 'merchant'), { page: 'verify', word: '核销', icon: 'ticket', inElder: true }),
    ...door(staff, { page: 'actions', word: '加分小事', icon: 'check-circle', inElder: false }),
    ...door(staff, { page: 'shelf', word: '货架', icon: 'bag', inElder: false }),
    ...door(staff, { page: 'partners', word: '爱心商家', icon: 'gift', inElder: false }),
  ]
}

/** The pages somebody may open, what they do most often first. */
export function doorsOf(me: Me): Door[] {
  const staff = isStaff(me)
  const volunteer = me.volunteer !== null
  const keeps = holds(me, 'keeper') || holds(me, 'countyKeeper')
  const invites = me.roles.some(
    ({ role, deputyForName }) => ['keeper', 'countyKeeper'].includes(role) && deputyForName === null,
  )
  return [
    ...door(staff, { page: 'orders', word: '待办', icon: 'tray', inElder: true }),
    ...door(staff || holds(me, 'approver'), { page: 'records', word: '审核时长', icon: 'clock', inElder: true }),
    ...door(volunteer, { page: 'offers', word: '能接的单，我接的单', icon: 'hand', inElder: true }),
    ...door(volunteer, { page: 'clock', word: '签到签退', icon: 'scan', inElder: true }),
    ...door(true, { page: 'activities', word: '站里的活动', icon: 'calendar', inElder: true, elderOnly: true }),
    ...door(true, { page: 'myShifts', word: '我报的活动', icon: 'check-circle', inElder: true }),
    ...door(staff || me.leadsTeams, { page: 'run', word: '我们办的活动', icon: 'calendar', inElder: true }),
    ...door(volunteer, {
      page: 'myTeams',
      word: me.leadsTeams ? '我的队伍，带队' : '我的队伍',
      icon: 'people',
      inElder: false,
    }),
    ...door(volunteer || staff, { page: 'pairings', word: '结对', icon: 'hand', inElder: false }),
    ...door(staff, { page: 'editTeam', word: '建一支队伍', icon: 'people', inElder: false }),
    ...rewardDoors(me),
    ...door(seesNumbers(me), { page: 'numbers', word: '数字', icon: 'pulse', inElder: false }),
    ...door(staff, { page: 'answers', word: '意见与投诉，答复', icon: 'document', inElder: false }),
    ...door(volunteer, { page: 'papers', word: '我的资质与保险', icon: 'shield-check', inElder: false }),
    ...door(staff || holds(me, 'auditor'), {
      page: 'staffPapers',
      word: '资质、保险、家长同意',
      icon: 'shield-check',
      inElder: false,
    }),
    ...countyDoors(me),
    ...door(holds(me, 'keeper'), { page: 'deputy', word: '请人代班（AB 岗）', icon: 'people', inElder: false }),
    ...door(keeps || holds(me, 'staff') || holds(me, 'auditor'), {
      page: 'peopleRoles',
      word: '岗位和人',
      icon: 'people',
      inElder: false,
    }),
    ...door(keeps, { page: 'units', word: '单位资料', icon: 'home', inElder: false }),
    ...door(keeps, { page: 'screens', word: '站里的屏', icon: 'scan', inElder: false }),
    ...door(invites, { page: 'invitations', word: '批量邀请', icon: 'document', inElder: false }),
    {
      page: 'notices',
      word: '通知',
      icon: 'info',
      inElder: me.unreadNotices > 0,
      ...(me.unreadNotices > 0 ? { value: `${me.unreadNotices} 条没看` } : {}),
    },
  ]
}
