import type { SignUpMode } from '@sidan/types/activities'
import type { CutOff } from './draft.ts'

/** Sentences to begin with; one tap adds one. */
export const contentExamples = [
  '手套、袋子站里备好，人来就行。',
  '先在站门口集合，分工以后一起去。',
  '自己带水，穿方便干活的鞋。',
  '干完一起收拾，到点就散。',
]
export const riskExamples = [
  '路滑，走慢一点，不下水。',
  '天热，带水和帽子，累了就歇。',
  '楼梯陡，走不动的提前说。',
  '沿路有车，走人行道，听带队的。',
  '下雨就改期，会告诉您。',
]

export const signUps: readonly { readonly value: SignUpMode; readonly word: string; readonly below: string }[] = [
  { value: 'open', word: '报了就算', below: '先到先得' },
  { value: 'approval', word: '站里点头', below: '看过再定' },
  { value: 'none', word: '不用报名', below: '直接来' },
]

export const weekChoices = [
  { value: '1', word: '只这一次' },
  { value: '4', word: '连 4 周' },
  { value: '8', word: '连 8 周' },
  { value: '16', word: '连 16 周' },
]

export const openingNames = ['志愿者', '引导员', '来参加的人', '带队的']

export const cutOffs: readonly { readonly value: CutOff; readonly word: string }[] = [
  { value: 'start', word: '开始前都行' },
  { value: 'evening', word: '前一天 18:00' },
  { value: 'twoDays', word: '提前两天' },
]
