import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runQuietly } from './run.mjs'
import { LaunchProblem } from './say.mjs'

// Scripts of packages stay off: nothing here needs them (the native ones come prebuilt), and they are the way by which
// a poisoned package runs code on the machine that installs it.
const everyInstall = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * Runs the machine's own npm, so that its registry, proxy and certificates are the person's, with the Node that npm came with.
 * @param {string[]} args
 * @param {{ cwd: string, failure: string }} options
 */
export async function runNpm(args, options) {
  const npm = findNpm()
  try {
    await runQuietly(npm.file, [...npm.args, ...args, ...everyInstall], options)
  } catch (error) {
    if (error instanceof LaunchProblem) throw error
    throw new LaunchProblem(
      `npm is needed and was not found. It comes with Node: install Node from your system's packages.`,
    )
  }
}

/** @returns {{ file: string, args: string[] }} */
function findNpm() {
  // Under `npm start` and `npx parley` npm tells where it is.
  const current = process.env.npm_execpath
  if (current?.endsWith('npm-cli.js') && existsSync(current)) return { file: process.execPath, args: [current] }
  const beside = [
    join(dirname(dirname(process.execPath)), 'lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => existsSync(path))
  if (beside) return { file: process.execPath, args: [beside] }
  return { file: 'npm', args: [] }
}
