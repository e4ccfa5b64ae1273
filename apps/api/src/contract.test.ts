/** The contract: what the table of endpoints says is what is served, and nothing else. A step of `pnpm check`. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { cardListPath } from '@sidan/types/benefit-cards'
import { certificatePdfPath } from '@sidan/types/certificates'
import { endpointTable } from '@sidan/types/endpoints'
import { statementSheetPath } from '@sidan/types/partner-statements'
import { photoUploadPath } from '@sidan/types/photos'
import { sheetCodesPath, sheetTemplatePath, sheetUploadPath } from '@sidan/types/sheet-imports'
import { openApiDocument } from './platform/openapi.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ demo: false })
})
afterAll(() => test?.close())

/** Every route of the server as `METHOD /path`, read off its tree: each line is a segment below the lines above it. */
function served(): string[] {
  const segments: string[] = []
  return test.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', rest = ''] = /^((?:│ {3}| {4})*)[├└]── (.+)$/.exec(line) ?? []
      if (rest === '') return []
      const [, segment = '', methods = ''] = /^(\S*)(?: \(([^)]+)\))?$/.exec(rest) ?? []
      segments.splice(indent.length / 4, segments.length, segment)
      return methods.split(', ').map((method) => `${method} ${segments.join('')}`)
    })
}

it('every endpoint of the table is served, but for those of a demo', () => {
  for (const { endpoint } of endpointTable) {
    const route = { method: endpoint.method, url: endpoint.path }
    expect([endpoint.name, test.app.hasRoute(route)]).toEqual([endpoint.name, !endpoint.demo])
  }
  const names = endpointTable.map(({ endpoint }) => endpoint.name)
  expect(new Set(names).size).toBe(names.length)
})

it('every route under /v1 stands in the table, but for photos, spreadsheets and papers, which are no JSON', () => {
  const promised = new Set(endpointTable.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`))
  const routes = served().filter((route) => /^(GET|POST|PUT|PATCH|DELETE) \/v1\//.test(route))
  expect(routes.length).toBeGreaterThan(50)
  expect(routes.filter((route) => !promised.has(route)).sort()).toEqual(
    [
      `GET ${certificatePdfPath(':id')}`,
      `GET ${cardListPath}`,
      `GET ${photoUploadPath}/:hash`,
      `POST ${photoUploadPath}`,
      `GET ${statementSheetPath(':statementId')}`,
      `GET ${sheetCodesPath(':importId')}`,
      `GET ${sheetTemplatePath}`,
      `POST ${sheetUploadPath}`,
    ].sort(),
  )
})

it('has no demo sign-in where the database is not a demo', async () => {
  const answer = await fetch(`${test.url}/v1/demo/people?countyId=420882`)
  expect(answer.status).toBe(404)
})

it('is described as OpenAPI 3.1', async () => {
  const document = JSON.parse(await (await fetch(`${test.url}/openapi.json`)).text())
  expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument)))
  expect(document.paths['/v1/orders'].post.responses['422'].description).toContain('risk-answers-missing')
})
