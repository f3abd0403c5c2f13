import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runCaptured } from './run.mjs'
import { say, saying } from './say.mjs'

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser for the browser tests; installed from the system's packages when that is possible without asking anybody.
 * @returns {Promise<string | undefined>} path, or undefined after one line that says what to install
 */
export async function findChromium() {
  const found = await installedChromium()
  if (found) return found
  if (canInstall()) {
    const { code, output } = await saying('Installing Chromium for the browser tests', aptInstall)
    if (code !== 0) say(output.trim())
    const installed = await installedChromium()
    if (installed) return installed
  }
  say('No Chromium: the browser tests are skipped. Install chromium, or name one in CHROMIUM_PATH.')
  return undefined
}

async function installedChromium() {
  for (const path of chromiumCandidates(process.env)) {
    // Ubuntu's chromium-browser is a note that says to use snap: only one that answers counts.
    if (isExecutable(path) && (await runCaptured(path, ['--version'], {})).code === 0) return path
  }
  return undefined
}

/**
 * Where a Chromium may be, the best first.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function chromiumCandidates(env) {
  const directories = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean)
  return [
    ...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []),
    ...commandNames.flatMap((name) => directories.map((directory) => join(directory, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...playwrightBrowsers(env),
  ]
}

/** @param {NodeJS.ProcessEnv} env */
function playwrightBrowsers(env) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ]
  const executables = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-headless-shell-linux64/chrome-headless-shell',
  ]
  return caches
    .filter((cache) => cache !== undefined && existsSync(cache))
    .flatMap((cache = '') => readdirSync(cache).map((name) => join(cache, name)))
    .filter((directory) => /chromium/.test(directory))
    .flatMap((directory) => executables.map((executable) => join(directory, executable)))
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await runCaptured('apt-get', ['update', '-qq'], { env })
  if (updated.code !== 0) return updated
  return runCaptured('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
