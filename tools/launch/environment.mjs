import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

// The embedded engine runs each query in a thread of libuv's pool, whose default of 4 would also have to serve the
// journal's fsyncs and every file read.
const threadPoolSize = '16'

/**
 * The environment of everything that is started: the Node in use comes first on PATH, so that grandchildren get it too.
 * @param {string} node path of the Node in use
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? threadPoolSize,
  }
}

/**
 * The script behind an installed package's command, to be run with a Node of our choice (npx would cost half a second
 * and pick its own).
 * @param {string} packageName
 * @param {string} command
 */
export function packageTool(packageName, command) {
  const directory = join(root, 'node_modules', packageName)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  const path = typeof bin === 'string' ? bin : bin[command]
  if (path === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(directory, path)
}
