/**
 * What every read of a fact asks of the engine: a month that is merged needs no merging while it is read; and `any` of what
 * rows are grouped by stays what it says, a value of the group: else a condition on it would be asked of every row.
 */
export const readSettings = {
  do_not_merge_across_partitions_select_final: 1,
  max_threads: 2,
  optimize_aggregators_of_group_by_keys: 0,
} as const
