import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './environment.mjs'
import { holdingLock } from './lock.mjs'
import { runNpm } from './npm.mjs'
import { saying } from './say.mjs'

/** Installs the packages of the lock file when what is installed is not of that lock file and this kind of machine. */
export async function installPackages() {
  if (isInstalled(root)) return
  await holdingLock(async () => {
    if (isInstalled(root)) return
    await saying('Installing packages', () =>
      // --no-save: a launch changes nothing that is under version control. --include=dev: the web app is built here.
      runNpm(['install', '--no-save', '--include=dev', '--prefer-offline'], {
        cwd: root,
        failure: 'The packages could not be installed. npm said:',
      }),
    )
    writeFileSync(stampPath(root), fingerprint(root))
  })
}

/**
 * @param {string} directory
 * @returns {boolean}
 */
export function isInstalled(directory) {
  const stamp = stampPath(directory)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(directory)
}

/** @param {string} directory */
export function fingerprint(directory) {
  return createHash('sha256')
    .update(readFileSync(join(directory, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
}

/** @param {string} directory */
function stampPath(directory) {
  return join(directory, 'node_modules/.parley-stamp')
}
