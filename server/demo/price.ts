/** An amount of money, as events tell it: the demo pays and is paid in euros. */
export type Price = { readonly amount: string; readonly currency: 'EUR' }

export function euros(amount: number | string, decimals = 2): Price {
  return { amount: Number(amount).toFixed(decimals), currency: 'EUR' }
}
