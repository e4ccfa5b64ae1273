import type { OddReason, ServiceRecord } from '@sidan/types/records'
import type { IconName } from '../../shared/ui/icon-shapes.ts'

/** Why to look twice: icon and words. */
export const oddWords: Record<OddReason, readonly [IconName, string]> = {
  overlap: ['clock', '时间和另一条撞上了，更正或退回'],
  long: ['warn', '比平常长'],
  short: ['warn', '比平常短'],
  'grade-c': ['document', '证据 C 级'],
  'by-hand': ['pen', '补录的，没有打卡，看看照片和原因'],
  'no-check-out': ['clock', '没有签退，自动停的表'],
  'same-pair': ['people', '您和这位近来互相审过'],
  'neighbour-close': ['clock', '紧挨着另一条'],
}

const grades = { A: 'A 级·对方的服务码', B: 'B 级·站里的码，或一头有码', C: 'C 级·没有码，或送来得晚' } as const
export const gradeWords = (grade: ServiceRecord['grade']): string => grades[grade]
