/** What a role is called, by people and in a sheet. */
import type { Role } from './roles.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  countyKeeper: '中心专管员',
  keeper: '专管员',
  staff: '工作人员',
  approver: '时长审核员',
  gridWorker: '网格员',
  speaker: '宣讲员',
  merchant: '爱心超市',
  partnerOwner: '店主',
  partnerClerk: '店员',
  sponsor: '爱心企业',
  auditor: '审计员',
}
