/**
 * Timers and outside effects. graphile-worker runs them with its own login; a tick each minute, and one each night, fans out to one job per county
 * and task, so that every job works inside one county and may be repeated: handlers are idempotent and payloads hold ids only.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { CountyId } from '@sidan/types/ids'
import { type JobHelpers, Logger, type Runner, run } from 'graphile-worker'
import * as z from 'zod/mini'
import type { Database, Tx } from './db.ts'

/** Enqueues a job in the transaction of its cause: a rollback leaves none. `key` makes it replace an earlier one of the county. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Record<string, string>,
  when: { runAt?: Date; key: string },
): Promise<void> {
  await tx.rows({
    name: 'jobs.enqueue',
    text: 'select jobs.enqueue($1, $2::jsonb, $3, $4)',
    values: [task, JSON.stringify(payload), when.runAt ?? tx.now, when.key],
  })
}

export type TimedTask = (tx: Tx) => Promise<number>

/** An effect outside: it opens its own transactions, so that none is open while others are asked. Thrown errors are tried again, later each time. */
export type Effect = (job: { countyId: CountyId; payload: unknown; lastAttempt: boolean }) => Promise<void>

export interface WorkerOptions {
  url: string
  /** A pool with the worker's login. */
  db: Database
  /** Run each minute in every county; each returns how many things it did. */
  everyMinute: Record<string, TimedTask>
  /** Run each night in every county, at three o'clock in China; a night when nothing ran is made up for at the next start. */
  everyNight: Record<string, TimedTask>
  /** What use cases enqueue, by task. */
  effects: Record<string, Effect>
  log: { error(facts: object, message: string): void }
}

/** Cron speaks UTC. */
const crontab = '* * * * * tick\n0 19 * * * night ?fill=1d'

const Payload = z.object({ countyId: CountyId })

/** Starts the worker; returns how to stop it. When the database goes away under it, it begins again as soon as it can. */
export async function startWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  let stopping = false
  let runner = await runWorker(options)
  const watch = async () => {
    while (!stopping) {
      await runner.promise.catch(() => undefined) // what was wrong stands in the log already
      while (!stopping) {
        const next = await runWorker(options).catch(() => wait(500))
        if (!next) continue
        runner = next
        break
      }
    }
    await runner.stop().catch(() => undefined) // begun while it was being stopped, or stopped by it
  }
  const watching = watch()
  return async () => {
    stopping = true
    await runner.stop().catch(() => undefined)
    await watching
  }
}

function runWorker({ url, db, everyMinute, everyNight, effects, log }: WorkerOptions): Promise<Runner> {
  const tasks = Object.fromEntries(
    Object.entries({ ...everyMinute, ...everyNight }).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        await db.inCounty(z.parse(Payload, payload).countyId, task)
      },
    ]),
  )
  const outside = Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        effect({
          countyId: z.parse(Payload, payload).countyId,
          payload,
          lastAttempt: job.attempts >= job.max_attempts,
        }),
    ]),
  )
  const fanOut = (names: string[]) => async (_payload: unknown, helpers: JobHelpers) => {
    const counties = await db.reference<{ county_id: number }>({ text: 'select county_id from counties' })
    for (const { county_id: countyId } of counties) {
      for (const name of names)
        await helpers.addJob(name, { countyId }, { jobKey: `${countyId}:${name}`, maxAttempts: 3 })
    }
  }
  return run({
    connectionString: url,
    concurrency: 2,
    noHandleSignals: true,
    crontab,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ worker: true }, message)
    }),
    taskList: { ...tasks, ...outside, tick: fanOut(Object.keys(everyMinute)), night: fanOut(Object.keys(everyNight)) },
  })
}
