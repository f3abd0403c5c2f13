import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { TableColumn } from './spec.ts'
import classes from './view.module.css'

type Direction = 'asc' | 'desc' | false

export function TableHead({
  columns,
  sortedBy,
  onSort,
}: {
  columns: readonly TableColumn[]
  sortedBy(id: string): Direction
  onSort(id: string): void
}) {
  return (
    <thead className={classes.head}>
      <tr>
        {columns.map((column) => {
          const sorted = sortedBy(column.id)
          const Arrow = sorted === 'asc' ? IconArrowUp : IconArrowDown
          return (
            <th
              key={column.id}
              scope="col"
              data-number={column.role === 'metric'}
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
            >
              <UnstyledButton
                className={classes.sort ?? ''}
                data-sorted={sorted !== false}
                onClick={() => onSort(column.id)}
              >
                {column.title}
                <Arrow size={13} aria-hidden="true" className={classes.arrow} />
              </UnstyledButton>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
