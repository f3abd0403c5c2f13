import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfValue } from '../../ask/name-of-value.ts'
import type { RecordColumn, RecordPage, RecordRow } from '../../ask/records.ts'
import { duration } from '../../ui/formats/duration.ts'
import type { Language } from '../../ui/formats/language.ts'
import { decimal, nothing } from '../../ui/formats/number.ts'
import { moment } from '../../ui/formats/time.ts'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import stacked from '../../ui/parts/stacked.module.css'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { usePage } from './page-context.ts'
import classes from './records-drawer.module.css'

/** Records as they are, without the columns that say nothing about any of them. */
export function RecordsTable({
  columns,
  only,
  rows,
  labels,
  zone,
}: {
  columns: readonly RecordColumn[]
  /** Which of them are told, in this order; null is all. */
  only: readonly string[] | null
  rows: readonly RecordRow[]
  labels: NonNullable<RecordPage['labels']>
  zone: string
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { dimensions } = usePage()
  const all = columns.map((column, at) => ({ ...column, at }))
  const scaleAt = columns.findIndex(({ id }) => id === 'scale')
  const told =
    only === null
      ? all.filter(({ role, at }) => role !== 'value' || rows.some((row) => !saysNothing(row[at])))
      : only.flatMap((id) => all.filter((column) => column.id === id))
  return (
    <ScrollRegion className={classes.scroll} label={t('panel.records')}>
      <table className={`${classes.table} ${stacked.stacked}`}>
        <thead>
          <tr>
            {told.map(({ id, title, at }) => (
              <th key={id} scope="col" data-number={isNumeric(rows, at)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no id of their own, and never change places
            <tr key={place}>
              {told.map((column) => {
                const value = row[column.at]
                return (
                  <td
                    key={column.id}
                    data-number={isNumeric(rows, column.at)}
                    data-title={column.title}
                    data-nothing={saysNothing(value)}
                  >
                    {column.role === 'conversation' && typeof value === 'string' ? (
                      <Link
                        to="/conversations/$id"
                        params={{ id: value }}
                        className={classes.open ?? ''}
                        aria-label={t('records.open', { id: value })}
                      >
                        {value}
                      </Link>
                    ) : (
                      <CellText
                        column={column}
                        value={value}
                        scale={row[scaleAt]}
                        zone={zone}
                        language={language}
                        name={nameOf(column.id, value)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )

  function nameOf(id: string, value: RecordRow[number] | undefined): string | undefined {
    if (typeof value !== 'string') return undefined
    return labels[id]?.[value] ?? nameOfValue(dimensions.get(id), value, language)
  }
}

type Value = RecordRow[number] | undefined

const saysNothing = (value: Value): boolean => value === null || value === undefined || value === false || value === ''

const isNumeric = (rows: readonly RecordRow[], at: number): boolean => rows.some((row) => typeof row[at] === 'number')

function CellText({
  column,
  value,
  scale,
  zone,
  language,
  name,
}: {
  column: RecordColumn
  value: Value
  /** What a rating is out of, where that is known. */
  scale: Value
  zone: string
  language: Language
  name: string | undefined
}): ReactNode {
  const { t } = useTranslation()
  if (value === null || value === undefined || value === '') return <span className={classes.nothing}>{nothing}</span>
  if (value === true) return <IconCheck size={15} aria-label={t('word.yes')} />
  if (value === false) return <span className={classes.nothing}>{nothing}</span>
  if (column.role === 'time' && typeof value === 'string')
    return <span className={classes.time}>{moment(value, zone, language)}</span>
  if (typeof value === 'number') {
    if (column.id === 'rating' && typeof scale === 'number') return <Rating value={value} scale={scale} />
    return column.unit === 'seconds' ? duration(value, language) : decimal(value, language, 2)
  }
  return (
    <span className={column.id === 'text' ? classes.said : classes.text} dir="auto">
      {name ?? value}
    </span>
  )
}

function Rating({ value, scale }: { value: number; scale: number }) {
  return (
    <span className={classes.rating}>
      {value}
      <span className={classes.nothing}> / {scale}</span>
    </span>
  )
}
