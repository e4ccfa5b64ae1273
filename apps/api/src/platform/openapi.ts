/** OpenAPI 3.1, made from the endpoint table: what is described is what is served, because both come from the same objects. */
import { type Endpoint, promisedProblems, type Shape } from '@sidan/types/endpoint'
import { endpointTable, type ListedEndpoint } from '@sidan/types/endpoints'
import { Problem, problems } from '@sidan/types/problems'
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

function operationOf({ noun, endpoint }: ListedEndpoint) {
  const promised = promisedProblems(endpoint)
  const statuses = [...new Set(promised.map((code) => problems[code].status))]
  const refusals = statuses.map((status) => [
    status,
    {
      description: promised
        .filter((code) => problems[code].status === status)
        .map((code) => `\`${code}\`: ${problems[code].title}`)
        .join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    operationId: endpoint.name,
    tags: [noun],
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

/** The document. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const listed of endpointTable) {
    const path = listed.endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [listed.endpoint.method.toLowerCase()]: operationOf(listed) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sidan', version: '1', description: '点单 · 派单 · 接单 · 评单' },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: jsonSchema(Problem, 'output') },
    },
    paths,
  }
}

/** Serves the document at /openapi.json. */
export function openApi(app: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument())
  app.get('/openapi.json', (_request, reply) => reply.type('application/json').send(document))
}
