/** A unit's name where it must be short: 城畈社区实践站 → 城畈社区站, 京山市新时代文明实践中心 → 京山市中心. */
export const shortUnit = (name: string): string => name.replace('新时代文明', '').replace(/实践(站|所|中心)$/, '$1')
