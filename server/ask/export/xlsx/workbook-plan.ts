/** A value of a sheet. A date is a number of days since 1899-12-30, shown as its format says; null is an empty cell. */
export type SheetValue = string | number | boolean | null

/** A value, one that is shown in another way than its column, or a text that leads to another sheet. */
export type SheetCell =
  | SheetValue
  | { readonly value: SheetValue; readonly format: string }
  | { readonly value: string; readonly sheet: string }

export type SheetColumn = {
  readonly title: string
  /** How its numbers are shown, in the words of spreadsheets: `#,##0`, `yyyy-mm-dd`. */
  readonly format?: string
  /** In characters; absent: as wide as what is in it, up to a limit. */
  readonly width?: number
}

/** `stacked` and `shares` are columns on one another, of shares each as high as the next. */
export type ChartKind = 'line' | 'column' | 'stacked' | 'shares' | 'pie'

/** Columns of a sheet as a drawing: everything is counted from 0, the first row below the header is 0. */
export type SheetChart = {
  readonly kind: ChartKind
  readonly title: string
  /** The sheet that holds what is drawn. */
  readonly of: string
  readonly categories: number
  readonly series: readonly {
    readonly column: number
    readonly isOnSecondAxis: boolean
    /** Drawn as a line over the columns of the others. */
    readonly isLine?: true
  }[]
  readonly rows: number
  /** What is counted on the first axis and on the second, where there are two. */
  readonly axes?: readonly [string, string]
}

export type Sheet = {
  readonly name: string
  /** A sheet without titles is a text of lines: the first column in bold, the others wrapped. */
  readonly kind: 'table' | 'lines'
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Beside the rows: a single one large, several small. */
  readonly charts?: readonly SheetChart[]
}

export type WorkbookPlan = { readonly title: string; readonly sheets: readonly Sheet[] }
