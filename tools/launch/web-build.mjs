import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageTool, root, serverEnvironment } from './environment.mjs'
import { holdingLock } from './lock.mjs'
import { runQuietly } from './run.mjs'
import { saying } from './say.mjs'

const skippedNames = new Set(['node_modules', 'dist', 'package.json', 'README.md'])

/**
 * Builds the web app, and the tag beside it, when their sources changed since the last build.
 * @param {string} node
 */
export async function buildWeb(node) {
  if (!existsSync(join(root, 'web/vite.config.ts')) || isBuilt()) return
  await holdingLock(async () => {
    if (isBuilt()) return
    await saying('Building the web app', () => buildInto(node, join(root, 'web/dist')))
  })
}

/**
 * Built beside and moved into place, so that a server which is running keeps its pages until there are new ones, and an
 * interrupted build is no build.
 * @param {string} node
 * @param {string} dist
 */
async function buildInto(node, dist) {
  const fresh = join(root, '.parley/web-dist')
  const old = join(root, '.parley/web-dist-old')
  const fingerprint = webFingerprint(root)
  await runQuietly(node, [packageTool('vite', 'vite'), 'build', '--outDir', fresh, '--emptyOutDir'], {
    cwd: join(root, 'web'),
    env: { ...serverEnvironment(node), NODE_ENV: 'production' },
    failure: 'The web app could not be built. vite said:',
  })
  if (existsSync(join(root, 'tag/vite.config.ts'))) {
    await runQuietly(node, [packageTool('vite', 'vite'), 'build', '--outDir', fresh], {
      cwd: join(root, 'tag'),
      env: { ...serverEnvironment(node), NODE_ENV: 'production' },
      failure: 'The tag could not be built. vite said:',
    })
  }
  writeFileSync(join(fresh, '.parley-stamp'), fingerprint)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

function isBuilt() {
  const stamp = join(root, 'web/dist/.parley-stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === webFingerprint(root)
}

/**
 * A hash of everything the built app and tag are made of: their sources, the workspaces whose sources it imports, the lock file.
 * Contents, not times: a checkout or a copy touches every file and changes none.
 * @param {string} directory root of the clone
 */
export function webFingerprint(directory) {
  const hash = createHash('sha256').update(readFileSync(join(directory, 'package-lock.json')))
  const workspaces = new Set(['web', 'tag'])
  for (const workspace of workspaces) {
    for (const path of sourcesIn(join(directory, workspace))) {
      const text = readFileSync(path, 'utf8')
      hash.update(`${path.slice(directory.length)}\n${text.length}\n${text}`)
      for (const [, name = ''] of text.matchAll(/from '@parley\/(\w+)\//g)) workspaces.add(name)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} directory
 * @returns {string[]} paths, in an order that does not depend on the disk
 */
function sourcesIn(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => !skippedNames.has(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name)
      return entry.isDirectory() ? sourcesIn(path) : [path]
    })
}
