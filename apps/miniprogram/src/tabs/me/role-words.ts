import { roleWords } from '@sidan/types/role-words'
import type { RoleHeld } from '@sidan/types/roles'

/** What somebody does where: 城畈社区实践站专管员. Residents have no role, and are called so. */
export const rolesWords = (roles: readonly RoleHeld[]): string =>
  roles.length === 0
    ? '居民'
    : roles
        .map(
          (held) =>
            `${held.partnerName ?? held.unit.name}${roleWords[held.role]}${held.deputyForName ? `（替${held.deputyForName}）` : ''}`,
        )
        .join('、')
