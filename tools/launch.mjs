#!/usr/bin/env node
// Behind every npm script. Plain JavaScript on purpose: it must run on whatever Node the machine has (18 or newer),
// before anything is installed, and bring the machine to where the rest of Parley can run.
import { launch } from './launch/launch.mjs'

const [command = 'start', ...args] = process.argv.slice(2)
process.exitCode = await launch(command, args)
