/** The reference for people: /docs shows the OpenAPI document, /docs/problems is where a refusal's `type` leads. Everything comes from this host. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { problems } from '@sidan/types/docs/problems'
import { promisedProblems } from '@sidan/types/endpoint'
import { endpointTable } from '@sidan/types/endpoints'
import { problemCodes } from '@sidan/types/problems'
import type { FastifyInstance } from 'fastify'
import { escaped } from './html.ts'
import { openApiDocument } from './openapi.ts'

/** Serves both pages. The content security policy is the server's own: no script, style or picture of another host, nothing inline that runs. */
export async function referencePages(app: FastifyInstance): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document: openApiDocument as never } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Sidan API' },
    uiConfig: { layout: 'BaseLayout', validatorUrl: null, docExpansion: 'none', tryItOutEnabled: false },
  })
  const page = problemsPage()
  app.get('/docs/problems', (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}

function problemsPage(): string {
  const rows = problemCodes.map((code) => {
    const names = endpointTable
      .filter(({ endpoint }) => promisedProblems(endpoint).includes(code))
      .map(({ endpoint }) => endpoint.name)
    const where = names.length === endpointTable.length ? 'everywhere' : names.join(', ')
    return `<tr id="${code}"><td><code>${code}</code></td><td>${problems[code].status}</td><td>${escaped(problems[code].title)}</td><td>${where}</td></tr>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sidan API: problems</title>
<style>body{font:16px/1.5 sans-serif;margin:2em}td{border-top:1px solid #999;padding:.3em .6em;vertical-align:top}tr:target{background:#fe9}</style></head>
<body><h1>Problems</h1><p>Every refusal is <code>application/problem+json</code> (RFC 9457) with one of these codes. See <a href="/docs">all endpoints</a>.</p>
<table><thead><tr><th>code</th><th>status</th><th>meaning</th><th>answered by</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>`
}
