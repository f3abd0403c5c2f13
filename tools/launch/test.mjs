import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { packageTool, root, serverEnvironment } from './environment.mjs'
import { runThrough } from './run.mjs'
import { LaunchProblem, say } from './say.mjs'
import { buildWeb } from './web-build.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Everything there is to run: the checks, the tests beside the code, then the browser tests. A part that fails does not
 * keep the next from running. The last line on standard output is the sum, alone: `N passed, N failed, N skipped`;
 * a check counts as one.
 * @param {string} node
 * @param {string[]} args when given, for vitest, and nothing but vitest is run
 * @returns {Promise<number>}
 */
export async function runTests(node, args) {
  const chromium = await findChromium()
  return runAll(node, args, { ...serverEnvironment(node), ...(chromium ? { PARLEY_TEST_CHROMIUM: chromium } : {}) })
}

/** Random worlds of the long run, instead of some hundreds: about ten minutes. */
const longRunWorlds = 4000

/**
 * The laws over thousands of random worlds.
 * @param {string} node
 * @param {string[]} args for vitest: other tests than the laws of facts
 */
export function runLongTests(node, args) {
  const files = args.length > 0 ? args : ['server/derive/laws.test.ts']
  const env = { PARLEY_TEST_WORLDS: String(longRunWorlds), ...serverEnvironment(node) }
  return runAll(node, ['--project', 'unit', '--testTimeout', '14400000', ...files], env)
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runAll(node, args, env) {
  /** @type {Tally[]} */
  const tallies = []
  if (args.length > 0) {
    tallies.push(await runVitest(node, args, env))
  } else {
    tallies.push({ ...(await runChecks(node)), skipped: 0 })
    tallies.push(await runVitest(node, ['--project', 'unit'], env))
    tallies.push(await tryBuildWeb(node))
    tallies.push(await runVitest(node, ['--project', 'e2e', '--passWithNoTests'], env))
  }
  const sum = addUp(tallies)
  process.stdout.write(`\n${closingLine(sum)}\n`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

/**
 * @param {string} node
 * @returns {Promise<Tally>} the browser tests have nothing to look at without it, which must not hide the other tests
 */
async function tryBuildWeb(node) {
  try {
    await buildWeb(node)
    return { passed: 0, failed: 0, skipped: 0 }
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error
    say(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addUp(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const tally of tallies) {
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.skipped += tally.skipped
  }
  return sum
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
async function runVitest(node, args, env) {
  const directory = mkdtempSync(join(tmpdir(), 'parley-tally-'))
  const tallyPath = join(directory, 'tally.json')
  try {
    const code = await runThrough(
      node,
      [
        '--disable-warning=ExperimentalWarning',
        packageTool('vitest', 'vitest'),
        'run',
        '--reporter=default',
        `--reporter=${join(root, 'tools/test/tally-reporter.ts')}`,
        ...args,
      ],
      { cwd: root, env: { ...env, TALLY_PATH: tallyPath } },
    )
    return readTally(tallyPath, code)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/**
 * A run that fell over (a crash, a bad configuration) left no tally, or one that does not know of the failure.
 * @param {string} path
 * @param {number} code exit code of the run
 * @returns {Tally}
 */
export function readTally(path, code) {
  /** @type {Tally} */
  const tally = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
