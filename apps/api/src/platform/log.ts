/**
 * The log: one JSON line per event on standard output, holding what is needed to run the system and nothing about people.
 *
 * Values under telling names (phone, openid, token, secret, address, body …) are replaced at any depth; phone numbers, identity numbers, openids
 * and credentials are also taken out of free text, because database errors quote the values they failed on. A request is logged by
 * its route and its ids, never by its query, headers or body.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import {
  boundNames,
  cleanError,
  cleanFacts,
  cleanText,
  gone,
  isError,
  replyFacts,
  requestFacts,
} from './log-cleaning.ts'

export interface LogOptions {
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** Absent: standard output. */
  stream?: DestinationStream
}

/** Makes the process's log; give it to the server as `loggerInstance`. */
export function makeLog({ level, stream }: LogOptions): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: cleanFacts },
    // What a child log carries passes no formatter; plain names without wildcards cost nothing.
    redact: { paths: boundNames, censor: gone },
    serializers: { err: cleanError, req: requestFacts, res: replyFacts },
    hooks: {
      logMethod([first, message, ...rest], method) {
        // An error alone would become the line's message as it is, with the values it quotes.
        const facts = isError(first) ? { err: first } : first
        if (typeof facts === 'string') return method.apply(this, [cleanText(facts)])
        const words = message ?? (hasError(facts) ? 'failed' : undefined)
        return words === undefined
          ? method.apply(this, [facts])
          : method.apply(this, [facts, cleanText(String(words)), ...rest])
      },
    },
  }
  return stream ? pino(options, stream) : pino(options)
}

const hasError = (facts: unknown) => typeof facts === 'object' && facts !== null && 'err' in facts

/** A request's id: the proxy's `X-Request-Id` when it is one, a new one otherwise. For the server's `genReqId`. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
