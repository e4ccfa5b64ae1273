/** The emitted WXML, compiled by WeChat's own component framework into templates that draw into a DOM. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { TmplGroup } from 'glass-easel-template-compiler'

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))

/** Adds every template and static config of the build to the space. Returns what the compiler had to say. */
export function addTemplates(folder: string, space: CodeSpace): string[] {
  const group = new TmplGroup()
  const said: string[] = []
  const content = (name: string) => readFileSync(join(folder, name), 'utf8')
  for (const name of filesOf(folder, '.wxs')) group.addScript(name.slice(0, -'.wxs'.length), content(name))
  const templates = filesOf(folder, '.wxml').map((name) => name.slice(0, -'.wxml'.length))
  for (const path of templates) {
    const warnings: unknown = group.addTmpl(path, content(`${path}.wxml`))
    if (Array.isArray(warnings)) said.push(...warnings.map((warning) => `${path}: ${JSON.stringify(warning)}`))
  }
  const groupList: Record<string, never> = new Function(`return ${group.getTmplGenObjectGroups()}`)()
  group.free()
  for (const path of templates) {
    const compiled = groupList[path]
    // bindtap and its like on plain elements reach their handler only with this option.
    if (compiled) space.addCompiledTemplate(path, { groupList, content: compiled, fallbackListenerOnNativeNode: true })
  }
  for (const name of filesOf(folder, '.json'))
    if (name !== 'app.json') space.addComponentStaticConfig(name.slice(0, -'.json'.length), JSON.parse(content(name)))
  return said
}
