/**
 * The notices themselves, in one place: the client shows them, the API holds a consent to the version that was read, and an export names it. A change of
 * words is a new version at the end of its list; the ones before it stay, for those who agreed to them.
 */
import type { ConsentPurpose } from './consents.ts'

/** What is told before anything is asked (rule-20): what for, what, for how long, and that refusing is fine. */
export interface ConsentNotice {
  title: string
  why: string
  what: string
  kept: string
  refusing: string
}

type Versions = readonly [ConsentNotice, ...ConsentNotice[]]

const notices: Record<ConsentPurpose, Versions> = {
  volunteerRecord: [
    {
      title: '登记成志愿者',
      why: '给您安排合适的事，记下您的时长，开志愿服务证明。',
      what: '怎么称呼您、年龄段、会做什么、会说什么话、什么时候有空、愿意在哪儿。不要生日，不要身份证号。',
      kept: '资料留到您不做了为止；服务记录按规定至少留 10 年，到时只留记录，不留姓名。',
      refusing: '不登记也能点单、看活动、提意见。',
    },
  ],
  publicName: [
    {
      title: '榜上和公开页面显示您的称呼',
      why: '表扬榜、队伍的公开页面上，大家能认出是您。',
      what: '您的称呼，比如“李师傅”。不显示全名。',
      kept: '您一收回，就换成“李**”。',
      refusing: '不同意就显示“李**”，时长和积分一样记。',
    },
  ],
  teamList: [
    {
      title: '队友能看到您的称呼和特长',
      why: '排班、搭伴的时候，队友知道找谁。',
      what: '您的称呼和会做的事，只给同队的人看。',
      kept: '您一收回或退队，队友就看不到了。队长照样能看到。',
      refusing: '不同意也能入队、报名、服务。',
    },
  ],
  photos: [
    {
      title: '照片里可以有您',
      why: '服务和活动的照片，给人看看大家做了什么。',
      what: '服务或活动时拍到您的照片，只用在本县的服务记录和报道里。',
      kept: '您收回以后不再使用；已经登出去的，请站里撤下。',
      refusing: '不同意就不拍您。拍照本来就不是必须的。',
    },
  ],
  location: [
    {
      title: '签到时看一下位置',
      why: '证明您在服务的地方，时长更可信。',
      what: '只在您点签到、签退的那一刻，看一次位置。不跟踪。',
      kept: '和那次签到一起留着，不给别人看。',
      refusing: '不同意就扫码签到，一样算时长。',
    },
  ],
  health: [
    {
      title: '身体情况',
      why: '安排体力合适的事，出了急事知道怎么照顾您。',
      what: '您自己愿意说的，比如“不能爬高”“有高血压”。',
      kept: '您一收回就删掉。只有安排您服务的人能看。',
      refusing: '不说也能服务；危险和重体力的事可能排不上您。',
    },
  ],
  under14: [
    {
      title: '14 岁以下孩子的信息',
      why: '孩子登记、报名、上课要用。',
      what: '孩子的称呼、年龄段和参加了什么。由爸爸妈妈或其他监护人来同意。',
      kept: '监护人一收回就停用并删掉资料；做过的服务只留记录，不留姓名。',
      refusing: '不同意孩子就先不登记，大人的事不受影响。',
    },
  ],
  partyMembership: [
    {
      title: '在职党员身份（双报到）',
      why: '到社区报到、记双报到的服务。',
      what: '您是不是在职党员、在哪个单位。加密保存，不公开。',
      kept: '您一收回就删掉。',
      refusing: '不说也一样做志愿者。',
    },
    {
      title: '在职党员双报到',
      why: '您到单位报到，也到住的社区报到。县里只看汇总：多少人报到了，其中百分之几的人服务满了县里定的小时数。',
      what: '您在哪个单位上班、住在哪个站；汇总时看您今年审核通过的时长满没满。不要党员证，不要身份证号。',
      kept: '加密保存，单位、社区、工作人员都查不到您。每月汇总一次，少于 10 个人的数不显示，谁没参加也列不出来。您一收回就删掉。',
      refusing: '不报到也一样做志愿者，时长一样记。',
    },
  ],
}

/** What everybody may do with what is held, told with every notice. */
export const rightsWords = '看、改、导出、收回同意、注销，都在“我的资料”里自己办，随时可以。'

/** The version to agree to now. */
export const currentNotice = (purpose: ConsentPurpose): number => notices[purpose].length

/** The words of a version; the current one's when none is named or there is no such. */
export const noticeWords = (purpose: ConsentPurpose, version = currentNotice(purpose)): ConsentNotice =>
  notices[purpose][version - 1] ?? notices[purpose][0]
