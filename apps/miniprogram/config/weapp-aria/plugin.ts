import { resolve } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaAttributes } from './attributes.ts'

interface Platform {
  template: { mergeComponents(context: IPluginContext, components: typeof ariaAttributes): void }
  runtimePath: string | string[]
}

/** Taro plugin: brings aria attributes into the weapp templates and into the runtime that fills them. */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, ariaAttributes)
      platform.runtimePath = [platform.runtimePath, resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
