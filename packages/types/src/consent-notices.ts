/**
 * What is read before a guardian agrees (rule-20): purpose, type, retention, rights. Whoever changes the words counts the version up: a consent keeps
 * the version that was read.
 */
export interface ConsentNotice {
  readonly version: number
  readonly lines: readonly string[]
}

export const guardianNotice: ConsentNotice = {
  version: 1,
  lines: [
    '孩子未满 18 岁，做志愿服务要有监护人同意。不同意也不影响您家点单、看进度。',
    '只记：谁同意的、什么时候同意的。纸质的另记监护人姓名、电话和照片，加密存放。',
    '未成年人不参加抢险和有危险的服务。',
    '服务记录按规定至少保存十年；同意的记录随账号注销一起删去。',
    '您随时可以收回，收回后马上生效：孩子不能再接新的服务，也不能签到。',
  ],
}

export const childNotice: ConsentNotice = {
  version: 1,
  lines: [
    '只为办好孩子要参加的活动：签到、有事能找到您、放学有人接。',
    '记孩子的称呼、年龄段和谁来接，加密存放；不要全名、证件和照片。',
    '只有您和带这场活动的人看得到，每看一次都留记录。',
    '过敏和身体情况另外同意才记，不填也能报名。',
    '您随时可以改、可以删，删了就清空。',
  ],
}
