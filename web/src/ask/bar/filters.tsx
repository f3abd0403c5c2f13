import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconFilter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcut } from '../../ui/parts/shortcuts.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { DimensionInfo } from '../catalogue.ts'
import { nameOfValue } from '../name-of-value.ts'
import { type Filter, type View, withFilter } from '../view/view.ts'
import classes from './bar.module.css'
import { FilterEditor } from './filter-editor.tsx'
import { filterWords } from './filter-words.ts'
import { useNames } from './use-names.ts'

type Props = {
  readonly view: View
  readonly zone: string
  /** Dimensions offered, in order. */
  readonly offered: readonly DimensionInfo[]
  readonly dimensions: ReadonlyMap<string, DimensionInfo>
  /** A metric of the page, to find the values of a range by. */
  readonly metric: string | undefined
  onChange(view: View): void
}

/** The filters in force as chips, each to be changed or taken away, and a button for one more. */
export function Filters(props: Props) {
  const { view, offered, dimensions, zone, metric, onChange } = props
  const place = { range: view.range, zone, metric }
  return (
    <>
      {view.filters.map((filter) => (
        <FilterChip
          key={filter.dimension}
          filter={filter}
          dimension={dimensions.get(filter.dimension) ?? { id: filter.dimension, title: filter.dimension }}
          place={place}
          onChange={(next) => onChange(withFilter(view, next))}
        />
      ))}
      {offered.length === 0 ? null : (
        <AddFilter view={view} offered={offered} place={place} onAdd={(filter) => onChange(withFilter(view, filter))} />
      )}
    </>
  )
}

function FilterChip({
  filter,
  dimension,
  place,
  onChange,
}: {
  filter: Filter
  dimension: DimensionInfo
  place: Parameters<typeof FilterEditor>[0]['place']
  onChange(filter: Filter): void
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const { language } = useLanguage()
  const names = useNames(dimension, filter.values)
  const nameOf = (value: string | null) =>
    value === null ? t('word.no_value') : (names.get(value) ?? nameOfValue(dimension, value, language))
  const words = filterWords(filter, nameOf, t)
  return (
    <span className={classes.chip}>
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus width={300}>
        <Popover.Target>
          <UnstyledButton
            className={classes.chip_words ?? ''}
            aria-label={`${dimension.title} ${words}. ${t('filter.edit', { name: dimension.title })}`}
            onClick={() => setIsOpen((open) => !open)}
          >
            <span className={classes.chip_name}>{dimension.title} </span>
            <span className={classes.chip_value}>{words}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={dimension.title}>
          <FilterEditor
            dimension={dimension}
            filter={filter}
            place={place}
            onApply={(next) => {
              setIsOpen(false)
              onChange(next)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        size={24}
        aria-label={t('filter.remove', { name: dimension.title })}
        onClick={() => onChange({ ...filter, op: 'in', values: [] })}
      >
        <IconX size={13} />
      </ActionIcon>
    </span>
  )
}

function AddFilter({
  view,
  offered,
  place,
  onAdd,
}: {
  view: View
  offered: readonly DimensionInfo[]
  place: Parameters<typeof FilterEditor>[0]['place']
  onAdd(filter: Filter): void
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [dimension, setDimension] = useState<DimensionInfo>()
  const close = () => {
    setIsOpen(false)
    setDimension(undefined)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? setIsOpen(true) : close())}
      position="bottom-start"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Button
          variant="default"
          className={classes.control ?? ''}
          leftSection={<IconFilter size={16} />}
          {...shortcut('filter')}
          onClick={() => (isOpen ? close() : setIsOpen(true))}
        >
          {t('filter.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={dimension === undefined ? 4 : 12} aria-label={t('filter.choose')}>
        {dimension === undefined ? (
          <ul className={classes.groups} data-wide="true">
            {offered.map((one, place) => (
              <li key={one.id}>
                <UnstyledButton
                  className={classes.group ?? ''}
                  data-autofocus={place === 0 || undefined}
                  onClick={() => setDimension(one)}
                >
                  {one.title}
                  <IconChevronRight size={14} aria-hidden="true" />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        ) : (
          <FilterEditor
            key={dimension.id}
            dimension={dimension}
            filter={view.filters.find((filter) => filter.dimension === dimension.id)}
            place={place}
            onApply={(filter) => {
              close()
              onAdd(filter)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
