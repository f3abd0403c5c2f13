import { Skeleton } from '@mantine/core'

/** Where a table of settings will be. */
export function TableSkeleton() {
  return (
    <div style={{ padding: '16px 20px' }} aria-busy="true">
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={18} my={14} radius="sm" />
      ))}
    </div>
  )
}
