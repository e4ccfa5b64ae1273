import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { presetNames } from './load-preset.ts'
import { presetSchemaText } from './preset-schema.ts'

const presets = join(__dirname, '../presets')

it('preset.schema.json is what the code holds a preset to; if not, run `pnpm county:schema` and commit what it writes', () => {
  expect(readFileSync(join(presets, '../preset.schema.json'), 'utf8')).toBe(presetSchemaText())
})

it('the schema knows the whole policy and refuses what is not in it', () => {
  const schema = JSON.parse(presetSchemaText())
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toContain('policy')
  const flow = schema.properties.policy.properties.orderFlow
  expect(flow.properties.mayDispatch.items.enum).toEqual(['station', 'institute', 'center', 'leadAgency'])
  expect(flow.additionalProperties).toBe(false)
})

it.each(presetNames(presets))('%s.yaml tells an editor its schema in the first line', (name) => {
  const [first] = readFileSync(join(presets, `${name}.yaml`), 'utf8').split('\n')
  expect(first).toBe('# yaml-language-server: $schema=../preset.schema.json')
})
