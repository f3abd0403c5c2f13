/** What a dimension is found from, as SQL of a row: the column, and the organization whose rules and descriptions hold. */
export type Held = { readonly column: string; readonly organization: string }
