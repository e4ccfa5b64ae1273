/** Runs in the app before anything is drawn: the runtime's half of the aria plugin. */
import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './attributes.ts'

mergeInternalComponents(ariaAttributes)
