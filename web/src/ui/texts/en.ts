import { en as app } from './app/en.ts'
import { en as ask } from './ask/en.ts'
import { en as conversation } from './conversation/en.ts'
import { en as dashboards } from './dashboards/en.ts'
import { en as panels } from './panels/en.ts'
import { en as quarantine } from './quarantine/en.ts'
import { en as refusal } from './refusal/en.ts'
import { en as settings } from './settings/en.ts'
import { en as start } from './start/en.ts'

/** The English texts, and the shape every other language must have. `{{name}}` is filled in; `_one`/`_other` are plurals. */
export const en = {
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
