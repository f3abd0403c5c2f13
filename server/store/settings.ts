import { literal } from '@parley/core/sql/literal.ts'

// Every query carries its limits: the engine is not stopped by our giving up on it.
const always: Readonly<Record<string, string | number>> = {
  max_execution_time: 30,
  max_memory_usage: 2_000_000_000,
  // A late or imported batch may reach over any number of months.
  max_partitions_per_insert_block: 0,
  // Values are written into the statement: ten thousand ids, or every value of a filter, are longer than the default of
  // 256 KiB. What comes from outside has a limit of its own.
  max_query_size: 64 * 1024 * 1024,
  // To compile what a statement computes takes longer than it saves: hardly two statements are alike.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  // Money is exact: a JSON number would be a float on the way.
  output_format_json_quote_decimals: 1,
}

/** The SETTINGS clause of a statement: our limits, then what this statement asks for. */
export function settingsClause(settings: Readonly<Record<string, string | number>> = {}): string {
  const entries = Object.entries({ ...always, ...settings })
  return ` SETTINGS ${entries.map(([name, value]) => `${name} = ${literal(value)}`).join(', ')}`
}
