import type { DataSection } from '@sidan/types/my-data'

/** What each kind of what is held is called. */
export const sectionWords: Record<DataSection, string> = {
  person: '您本人',
  consents: '同意和收回',
  volunteer: '志愿者资料',
  qualifications: '资质',
  insurances: '保险',
  guardians: '监护人的同意',
  roles: '岗位',
  teams: '队伍',
  teamMessages: '在队伍里说的话',
  ordersAsked: '点过的单',
  ordersServed: '接过的单',
  signups: '报过的名',
  clockEvents: '签到签退',
  records: '服务记录',
  points: '积分来去',
  redemptions: '换过的东西',
  notices: '通知',
  feedback: '意见与投诉',
  photos: '传过的照片',
  lookedAt: '谁看过您的地址电话',
  calendarFeeds: '日历链接',
  sessions: '登录',
}
