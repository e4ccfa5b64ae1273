/** OpenAPI 3.1, made from the endpoint table: what is described is what is served, because both come from the same objects. */
import { endpointDocs } from '@sidan/types/docs/endpoints'
import { problems } from '@sidan/types/docs/problems'
import { type Endpoint, promisedProblems, type Shape } from '@sidan/types/endpoint'
import { endpointTable, type ListedEndpoint } from '@sidan/types/endpoints'
import { Problem, type ProblemCode } from '@sidan/types/problems'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

const jsonSchema = (shape: Shape, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

function parametersOf(endpoint: Endpoint) {
  const of = (shape: Shape, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = jsonSchema(shape, 'input')
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
    }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  }
  const keyed = endpoint.method === 'POST' && endpoint.access === 'signedIn'
  return [...of(endpoint.params, 'path'), ...of(endpoint.query, 'query'), ...(keyed ? [key] : [])]
}

/** The answers of one status: its codes are named, so that a client can be written against them. */
const refusalOf = (codes: ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] },
    },
  },
})

function descriptionOf(endpoint: Endpoint): string {
  const lines = [
    endpointDocs[endpoint.name]?.description,
    endpoint.demo ? 'Exists only where the database is marked as a demo.' : undefined,
    endpoint.problems.length > 0
      ? `Refuses with ${endpoint.problems.map((code) => `[\`${code}\`](/docs/problems#${code})`).join(', ')}.`
      : undefined,
  ]
  return lines.filter((line) => line !== undefined).join('\n\n')
}

function operationOf({ noun, endpoint }: ListedEndpoint) {
  const promised = promisedProblems(endpoint)
  const statuses = [...new Set(promised.map((code) => problems[code].status))]
  const refusals = statuses.map((status) => [
    status,
    refusalOf(promised.filter((code) => problems[code].status === status)),
  ])
  return {
    operationId: endpoint.name,
    tags: [noun],
    summary: endpointDocs[endpoint.name]?.summary,
    description: descriptionOf(endpoint),
    parameters: parametersOf(endpoint),
    security: endpoint.access === 'signedIn' ? [{ bearer: [] }] : [],
    ...(endpoint.method === 'POST'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [endpoint.status]: {
        description: 'Done',
        content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } },
      },
      ...Object.fromEntries(refusals),
    },
  }
}

function makePaths() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const listed of endpointTable) {
    const path = listed.endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [listed.endpoint.method.toLowerCase()]: operationOf(listed) }
  }
  return paths
}
let paths: ReturnType<typeof makePaths> | undefined

/** The document. Its paths are made when somebody first reads them: a program starts without. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Sidan', version: '1', description: '点单 · 派单 · 接单 · 评单' },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { Problem: jsonSchema(Problem, 'output') },
  },
  get paths() {
    paths ??= makePaths()
    return paths
  },
}

/** Serves the document at /openapi.json. */
export function openApi(app: FastifyInstance): void {
  let text: string | undefined
  app.get('/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiDocument)
    return reply.type('application/json').send(text)
  })
}
