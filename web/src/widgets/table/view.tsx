import { ActionIcon, Button, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { useClipboard, useMediaQuery } from '@mantine/hooks'
import { mostRows } from '@parley/core/dashboards/panel-question.ts'
import { IconCheck, IconColumns3, IconCopy } from '@tabler/icons-react'
import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from '../../ask/answer.ts'
import { decimal } from '../../ui/formats/number.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { WidgetProps } from '../drawing.ts'
import { type TableColumn, type TableSpec, tableSpec } from './spec.ts'
import { TableBody } from './table-body.tsx'
import { TableHead } from './table-head.tsx'
import classes from './view.module.css'

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
})

const descriptionsLast = ({ role }: TableColumn): number => (role === 'description' ? 1 : 0)

/** As spreadsheets take it from the clipboard. */
const asTabs = (cells: readonly (readonly string[])[]): string => cells.map((row) => row.join('\t')).join('\n')

export type Row = readonly Cell[]
const helper = createColumnHelper<typeof features, Row>()

/** Numbers in rows: sortable, with bars where size matters, only as many rows drawn as are seen. */
export function TableView({ drawing, height, onPick }: WidgetProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const spec = useMemo(() => tableSpec(drawing), [drawing])
  const columns = useMemo(
    () =>
      helper.columns(
        spec.columns.map((column) =>
          helper.accessor((row) => spec.sortOf(column, row), {
            id: column.id,
            header: column.title,
            sortUndefined: 'last',
            sortFn: column.role === 'dimension' || column.role === 'description' ? 'alphanumeric' : 'basic',
            // What is most is what is looked for.
            sortDescFirst: column.role === 'metric',
          }),
        ),
      ),
    [spec],
  )
  const table = useTable({ features, columns, data: spec.rows })
  const byId = useMemo(() => new Map(spec.columns.map((column) => [column.id, column])), [spec])
  const shown = table.getVisibleLeafColumns().flatMap((column): TableColumn[] => {
    const known = byId.get(column.id)
    return known === undefined ? [] : [known]
  })
  // Where only the first columns are seen at once, descriptions come after the numbers.
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const inOrder = isSmall ? shown.toSorted((one, other) => descriptionsLast(one) - descriptionsLast(other)) : shown
  const model = table.getRowModel().rows
  const rows = useMemo(() => model.map((row) => row.original), [model])
  return (
    <div>
      <div className={classes.tools}>
        <span className={classes.count}>{t('panel.rows', { count: spec.rows.length })}</span>
        {spec.columns.length > 2 ? (
          <Popover position="bottom-end" trapFocus>
            <Popover.Target>
              <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconColumns3 size={14} />}>
                {t('panel.columns')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap={8}>
                {table.getAllLeafColumns().map((column) => (
                  <Checkbox
                    key={column.id}
                    size="xs"
                    label={byId.get(column.id)?.title ?? column.id}
                    checked={column.getIsVisible()}
                    disabled={column.getIsVisible() && shown.length === 1}
                    onChange={() => column.toggleVisibility()}
                  />
                ))}
              </Stack>
            </Popover.Dropdown>
          </Popover>
        ) : null}
        <CopyTable cells={spec.cells} />
      </div>
      {spec.rows.length >= mostRows ? (
        <p className={classes.first}>{t('panel.first_rows', { shown: decimal(spec.rows.length, language) })}</p>
      ) : null}
      <TableBody
        title={t('panel.table_of', { title: drawing.title })}
        columns={inOrder}
        rows={rows}
        spec={spec}
        height={height - 36}
        onPick={onPick}
        head={
          <TableHead
            columns={inOrder}
            sortedBy={(id) => table.getColumn(id)?.getIsSorted() ?? false}
            onSort={(id) => table.getColumn(id)?.toggleSorting()}
          />
        }
      />
    </div>
  )
}

/** Written out only when asked for: ten thousand rows are not turned into text to be thrown away. */
function CopyTable({ cells }: Pick<TableSpec, 'cells'>) {
  const { t } = useTranslation()
  const { copied, copy } = useClipboard({ timeout: 2000 })
  const label = copied ? t('word.copied') : t('panel.copy_table')
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" onClick={() => copy(asTabs(cells()))} aria-label={label}>
        {copied ? <IconCheck size={14} color="var(--good)" /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  )
}
