import { Skeleton } from '@mantine/core'

/** What stands where the drawing will be, of its size, so that nothing moves when it comes. */
export function PanelSkeleton({ height, label }: { height: number; label: string }) {
  return (
    <div role="status" aria-label={label} style={{ minHeight: height }}>
      <Skeleton height={height} radius="sm" />
    </div>
  )
}
