#!/usr/bin/env node
// The `parley` command of the clone: `npx parley …` is the same as `npm start`, with another command for the server's CLI.
import { launch } from './launch/launch.mjs'

process.exitCode = await launch('parley', process.argv.slice(2))
