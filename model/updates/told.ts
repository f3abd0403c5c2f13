import { literal } from '@parley/core/sql/literal.ts'

/*
 * Of things that updates tell of, such as calls and notifications: an update says what it knows, and what it leaves out an
 * earlier one may have told.
 */

/** SQL: the order of what is told of one thing: at the same instant the shorter id comes first, then the id, then the source. */
export const inOrder = '(time, length(id), id, source)'

/** SQL columns `told_NAME`: what each update says. `told`: name → SQL over the event. */
export function toldSql(told: Readonly<Record<string, string>>): string {
  return Object.entries(told)
    .map(([name, sql]) => `${sql} AS told_${name}`)
    .join(', ')
}

/** SQL columns `NAME`: what was told last of each, by the updates of one thing together. */
export function toldLastSql(told: Readonly<Record<string, string>>): string {
  return Object.keys(told)
    .map((name) => `argMaxIf(told_${name}, ${inOrder}, told_${name} != '') AS ${name}`)
    .join(', ')
}

/** SQL: how far the column `status` says it is. */
export function progressSql(progress: Readonly<Record<string, number>>): string {
  const statuses = Object.entries(progress)
  return `transform(status, [${statuses.map(([status]) => literal(status)).join(', ')}], [${statuses.map(([, far]) => far).join(', ')}], 0)`
}
