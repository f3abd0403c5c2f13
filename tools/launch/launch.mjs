import { join } from 'node:path'
import { runChecks } from './check.mjs'
import { root, serverEnvironment } from './environment.mjs'
import { findNode } from './node-runtime.mjs'
import { installPackages } from './packages.mjs'
import { runThrough } from './run.mjs'
import { LaunchProblem, say } from './say.mjs'
import { runLongTests, runTests } from './test.mjs'
import { buildWeb } from './web-build.mjs'

/**
 * What each command needs. `needsWeb` brings the web app up to date first; `run` gets the Node to use and the arguments.
 * @typedef {{ needsWeb: (args: string[]) => boolean, run: (node: string, args: string[]) => Promise<number> }} Command
 * @type {Record<string, Command>}
 */
const commands = {
  start: { needsWeb: () => true, run: (node, args) => runServer(node, ['serve', ...args]) },
  demo: { needsWeb: () => true, run: (node, args) => runServer(node, ['demo', ...args]) },
  bench: { needsWeb: () => false, run: (node, args) => runServer(node, ['bench', ...args]) },
  parley: { needsWeb: servesPages, run: runServer },
  check: { needsWeb: () => false, run: async (node) => ((await runChecks(node)).failed === 0 ? 0 : 1) },
  test: { needsWeb: () => false, run: runTests },
  'test:long': { needsWeb: () => false, run: runLongTests },
}

/**
 * Makes the clone able to run (Node 24, packages, web app), then runs the command.
 * @param {string} name one of start, demo, test, test:long, check, bench, parley
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function launch(name, args) {
  const command = commands[name]
  if (!command) {
    say(`There is no command \`${name}\`. There are: ${Object.keys(commands).join(', ')}.`)
    return 2
  }
  try {
    const node = await findNode()
    await installPackages()
    if (command.needsWeb(args)) await buildWeb(node)
    return await command.run(node, args)
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error
    say(error.message)
    return error.exitCode
  }
}

/**
 * @param {string} node
 * @param {string[]} args
 */
function runServer(node, args) {
  return runThrough(node, ['--disable-warning=ExperimentalWarning', join(root, 'server/cli/main.ts'), ...args], {
    env: serverEnvironment(node),
  })
}

/** @param {string[]} args */
function servesPages(args) {
  return (args[0] === 'serve' || args[0] === 'demo') && !args.includes('--help')
}
