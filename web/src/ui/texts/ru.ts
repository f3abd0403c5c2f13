import { ru as app } from './app/ru.ts'
import { ru as ask } from './ask/ru.ts'
import { ru as conversation } from './conversation/ru.ts'
import { ru as dashboards } from './dashboards/ru.ts'
import type { en } from './en.ts'
import { ru as panels } from './panels/ru.ts'
import type { Russian } from './plurals.ts'
import { ru as quarantine } from './quarantine/ru.ts'
import { ru as refusal } from './refusal/ru.ts'
import { ru as settings } from './settings/ru.ts'
import { ru as start } from './start/ru.ts'

export const ru: Russian<typeof en> = {
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
