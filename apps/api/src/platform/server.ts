/**
 * The HTTP server without any route: explicit timeouts and sizes, security headers, and one error handler that answers every failure with
 * problem+json. `trustProxy` is an explicit list of addresses, never “all”.
 */
import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import type { ProblemCode } from '@sidan/types/problems'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { requestId } from './log.ts'
import { problemBody, Refusal } from './problem.ts'

export interface ServerOptions {
  logger: FastifyBaseLogger
  /** Addresses of reverse proxies whose X-Forwarded-* is believed; empty: none. */
  trustedProxies: string[]
  /** Refuses with try-again while the event loop lags more than this. */
  maxEventLoopDelayMs: number
}

const ownCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_UNDER_PRESSURE: 'try-again',
}

function codeOf(error: FastifyError): ProblemCode {
  const own = ownCodes[error.code]
  if (own) return own
  if (error.statusCode === 429) return 'too-many-requests'
  if (error instanceof SyntaxError && error.statusCode === 400) return 'invalid-request'
  return 'internal-error'
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof Refusal ? error : undefined
  const code = refusal?.code ?? codeOf(error)
  if (code === 'internal-error') request.log.error({ err: error }, 'request failed')
  if (refusal?.retryAfterSeconds !== undefined) reply.header('retry-after', refusal.retryAfterSeconds)
  const body = problemBody(code, { detail: refusal?.detail, instance: request.id, errors: refusal?.errors })
  return reply
    .code(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body))
}

/** Makes the server; the caller registers routes and listens. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: 64 * 1024,
    connectionTimeout: 20_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    routerOptions: { maxParamLength: 300 },
  })
  // fastify would also take plain text, which no endpoint reads.
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    answerError(Object.assign(new Refusal('not-found'), { code: 'not-found', name: 'Error' }) as never, request, reply),
  )
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  await app.register(underPressure, { maxEventLoopDelay: options.maxEventLoopDelayMs, retryAfter: 5 })
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'font-src': ["'self'", 'data:'],
        'img-src': ["'self'", 'data:', 'blob:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'script-src': ["'self'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  })
  return app
}
