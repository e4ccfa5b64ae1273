import type { Role, RoleHeld } from '@sidan/types/roles'

const words: Record<Role, string> = {
  countyKeeper: '中心专管员',
  keeper: '专管员',
  staff: '工作人员',
  approver: '时长审核员',
  gridWorker: '网格员',
  speaker: '宣讲员',
  merchant: '爱心超市',
  sponsor: '爱心企业',
  auditor: '审计员',
}

/** What somebody does where: 城畈社区实践站专管员. Residents have no role, and are called so. */
export const rolesWords = (roles: readonly RoleHeld[]): string =>
  roles.length === 0
    ? '居民'
    : roles
        .map((held) => `${held.unit.name}${words[held.role]}${held.deputyForName ? `（替${held.deputyForName}）` : ''}`)
        .join('、')
