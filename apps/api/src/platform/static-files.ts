/** The app for browsers: static files, for ever by their hash; the page itself is asked for each time. */
import { existsSync } from 'node:fs'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves a built app at `/`. A folder that does not exist is an error of the installation, said at start. */
export async function serveStatic(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`the app is not built: ${folder}`)
  await app.register(statics, {
    root: folder,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable')
    },
  })
}
