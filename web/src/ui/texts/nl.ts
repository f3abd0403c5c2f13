import { nl as app } from './app/nl.ts'
import { nl as ask } from './ask/nl.ts'
import { nl as conversation } from './conversation/nl.ts'
import { nl as dashboards } from './dashboards/nl.ts'
import type { en } from './en.ts'
import { nl as panels } from './panels/nl.ts'
import type { Dutch } from './plurals.ts'
import { nl as quarantine } from './quarantine/nl.ts'
import { nl as refusal } from './refusal/nl.ts'
import { nl as settings } from './settings/nl.ts'
import { nl as start } from './start/nl.ts'

export const nl: Dutch<typeof en> = {
  ...app,
  ...ask,
  ...panels,
  ...dashboards,
  ...conversation,
  ...start,
  ...settings,
  ...quarantine,
  ...refusal,
}
