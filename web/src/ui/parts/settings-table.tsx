import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ScrollRegion } from './scroll-region.tsx'
import settings from './settings.module.css'

export type SettingsColumn<Row> = {
  readonly title: string
  /** The first is what a row is of; what can be done with it stands at the end, under a title that is only heard. */
  readonly kind?: 'name' | 'actions'
  cell(row: Row): ReactNode
}

/** A list on a page of settings: a table, and on a phone one card below the other. */
export function SettingsTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  isMuted,
}: {
  label: string
  columns: readonly SettingsColumn<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string
  isMuted?(row: Row): boolean
}) {
  return (
    <ScrollRegion className={settings.scroll} label={label}>
      <table className={settings.table} data-stacked="true">
        <thead>
          <tr>
            {columns.map(({ title, kind }) => (
              <th key={title} scope="col">
                {kind === 'actions' ? <span className={settings.hidden}>{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-muted={isMuted?.(row) ?? false}>
              {columns.map(({ title, kind, cell }) =>
                kind === 'name' ? (
                  <th key={title} scope="row">
                    {cell(row)}
                  </th>
                ) : kind === 'actions' ? (
                  <td key={title} className={settings.actions}>
                    {cell(row)}
                  </td>
                ) : (
                  <td key={title} data-title={title}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** A small button in a row, which says to a listener of which row it is. */
export function RowAction({ label, name, onClick }: { label: string; name: string; onClick(): void }) {
  return (
    <Button size="compact-xs" variant="default" aria-label={`${label}: ${name}`} onClick={onClick}>
      {label}
    </Button>
  )
}
