import { UnstyledButton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from '../../ask/answer.ts'
import { exact } from '../../ui/formats/value.ts'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { measureText } from '../chart/text-width.ts'
import { filtersOfPick, type Gesture, gestureOf, type Picked } from '../drawing.ts'
import { usePage } from '../panel/page-context.ts'
import { asValue } from '../timeline.ts'
import type { TableColumn, TableSpec } from './spec.ts'
import classes from './view.module.css'

const rowHeight = 38

/** The rows of a table that are in sight, between two spacers for those that are not. */
export function TableBody({
  title,
  columns,
  rows,
  spec,
  height,
  head,
  onPick,
}: {
  title: string
  columns: readonly TableColumn[]
  rows: readonly (readonly Cell[])[]
  spec: TableSpec
  height: number
  head: ReactNode
  onPick(pick: Picked, gesture: Gesture): void
}) {
  const scroll = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <ScrollRegion ref={scroll} className={classes.scroll} style={{ maxHeight: height }} label={title}>
      <table className={classes.table} style={nameWidth(columns)} aria-rowcount={rows.length + 1}>
        {head}
        <tbody>
          {above > 0 ? <Spacer height={above} columns={columns.length} /> : null}
          {items.map((item) => (
            <RowView
              key={item.key}
              place={item.index}
              row={rows[item.index] ?? []}
              columns={columns}
              spec={spec}
              onPick={onPick}
            />
          ))}
          {below > 0 ? <Spacer height={below} columns={columns.length} /> : null}
        </tbody>
        {spec.hasTotals ? <Totals columns={columns} /> : null}
      </table>
    </ScrollRegion>
  )
}

/** Rows that stay in sight are not drawn again while others come and go. */
const RowView = memo(function RowView({
  place,
  row,
  columns,
  spec,
  onPick,
}: {
  place: number
  row: readonly Cell[]
  columns: readonly TableColumn[]
  spec: TableSpec
  onPick(pick: Picked, gesture: Gesture): void
}) {
  return (
    <tr aria-rowindex={place + 2} style={{ height: rowHeight }}>
      {columns.map((column) => (
        <CellView key={column.id} column={column} row={row} spec={spec} onPick={onPick} />
      ))}
    </tr>
  )
})

/** The least that a number has, what is around the words of its title, and the least and the most that a name has, in pixels. */
const leastNumber = 64
const aroundTitle = 30
const nameWidths = { least: 84, most: 340 }

const widthOf = measureText(12)

/** Names share the room that the numbers leave: those stay in sight, and where there is room names are whole. */
function nameWidth(columns: readonly TableColumn[]): CSSProperties {
  const names = columns.filter(({ role }) => role === 'dimension' || role === 'description').length
  const numbers = columns
    .filter(({ role }) => role === 'metric' || role === 'time')
    // Titles break between words.
    .map(({ title }) => Math.max(leastNumber, ...title.split(/\s/).map((word) => widthOf(word) + aroundTitle)))
    .reduce((sum, width) => sum + width, 0)
  const left = `(100cqi - ${Math.ceil(numbers)}px) / ${Math.max(1, names)}`
  return { '--name-width': `clamp(${nameWidths.least}px, ${left}, ${nameWidths.most}px)` } as CSSProperties
}

/** The room of rows that are not in sight. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className={classes.spacer} style={{ height }} />
    </tr>
  )
}

function CellView({
  column,
  row,
  spec,
  onPick,
}: {
  column: TableColumn
  row: readonly Cell[]
  spec: TableSpec
  onPick(pick: Picked, gesture: Gesture): void
}) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const text = spec.textOf(column, row)
  if (column.role === 'description') {
    return (
      <td className={classes.description} dir="auto" title={text}>
        {text}
      </td>
    )
  }
  if (column.role !== 'metric') {
    const pick = spec.pickOf(column, row)
    if (pick === undefined || filtersOfPick(pick, filters) === undefined) {
      return (
        <th scope="row" dir="auto" title={text}>
          {text}
        </th>
      )
    }
    return (
      <th scope="row">
        <UnstyledButton
          className={classes.name ?? ''}
          dir="auto"
          title={t('panel.only', { name: text })}
          onClick={(event) => onPick(pick, gestureOf(event))}
        >
          {text}
        </UnstyledButton>
      </th>
    )
  }
  const value = asValue(row[column.at])
  const share = column.largest > 0 && value !== null ? (value / column.largest) * 100 : 0
  return (
    <td>
      {share > 0 ? (
        <span className={classes.bar} style={{ width: `calc(${share}% - 16px)` }} aria-hidden="true" />
      ) : null}
      {value === null || value === 0 ? (
        <span className={classes.nothing}>{text}</span>
      ) : (
        <UnstyledButton className={classes.number ?? ''} onClick={() => onPick(spec.pickAt(column, row), 'records')}>
          {text}
        </UnstyledButton>
      )}
    </td>
  )
}

function Totals({ columns }: { columns: readonly TableColumn[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <tfoot className={classes.foot}>
      <tr>
        {columns.map((column, position) =>
          column.role === 'metric' ? (
            <td key={column.id}>
              {column.total === undefined ? '' : exact(column.total, column.unit ?? 'count', language)}
            </td>
          ) : (
            <th key={column.id} scope="row">
              {position === 0 ? t('word.total') : ''}
            </th>
          ),
        )}
      </tr>
    </tfoot>
  )
}
