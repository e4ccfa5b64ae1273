import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { endpointDocs } from '@sidan/types/docs/endpoints'
import { promisedProblems } from '@sidan/types/endpoint'
import { endpointTable } from '@sidan/types/endpoints'
import { problemCodes } from '@sidan/types/problems'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { openApiDocument } from './openapi.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ demo: false })
})
afterAll(() => test?.close())

const get = async (path: string) => {
  const response = await fetch(`${test.url}${path}`)
  return { response, text: await response.text() }
}

it('/docs and everything it loads comes from this host, under a policy that runs nothing inline', async () => {
  const { response, text } = await get('/docs')
  expect(response.status).toBe(200)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:|validator|unsafe-eval/)
  expect(text).not.toMatch(/<script>|https?:\/\//)
  const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
  expect(loaded).toContain('/docs/static/swagger-ui-bundle.js')
  for (const path of loaded) expect([path, (await get(path)).response.status]).toEqual([path, 200])
  const start = (await get('/docs/static/swagger-initializer.js')).text
  expect(start).toContain('"validatorUrl":null')
})

it('/docs shows the document of /openapi.json', async () => {
  expect(JSON.parse((await get('/docs/json')).text)).toEqual(JSON.parse((await get('/openapi.json')).text))
})

it('every endpoint says in one line what it is for, and no line is left of an endpoint that is gone', () => {
  expect(Object.keys(endpointDocs).sort()).toEqual(endpointTable.map(({ endpoint }) => endpoint.name).sort())
  for (const [name, { summary }] of Object.entries(endpointDocs))
    expect([name, summary]).toEqual([name, expect.stringMatching(/[^.。]$/)])
})

it('every operation names all problem codes it promises, by status', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument))
  for (const { endpoint } of endpointTable) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const { summary, description, responses } = document.paths[path][endpoint.method.toLowerCase()]
    expect(summary).toBe(endpointDocs[endpoint.name]?.summary)
    for (const code of endpoint.problems) expect(description).toContain(`/docs/problems#${code}`)
    const codes = Object.values<{
      content: Record<string, { schema: { allOf?: { properties?: { code: { enum: string[] } } }[] } }>
    }>(responses).flatMap(
      ({ content }) => content['application/problem+json']?.schema.allOf?.[1]?.properties?.code.enum ?? [],
    )
    expect(codes.sort()).toEqual([...promisedProblems(endpoint)].sort())
  }
})

it('the type of a refusal leads to its row on /docs/problems', async () => {
  const refusal = JSON.parse((await get('/v1/me')).text)
  expect(refusal.type).toBe('/docs/problems#sign-in-needed')
  const { text } = await get('/docs/problems')
  for (const code of problemCodes) expect(text).toContain(`id="${code}"`)
})
