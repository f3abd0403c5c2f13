import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../ask/answer.ts'
import { withFilter } from '../../ask/view/view.ts'
import { usePage } from './page-context.ts'
import classes from './panel-body.module.css'

/** The currencies of an answer's amounts. */
const currenciesOf = ({ columns }: Answer): readonly string[] => [
  ...new Set(columns.flatMap((column) => column.currencies ?? [])),
]

/** Whether amounts are missing because they are in several currencies. */
export const hasSeveralCurrencies = (answer: Answer): boolean =>
  currenciesOf(answer).length > 1 && answer.columns.every(({ id, role }) => role !== 'dimension' || id !== 'currency')

/** Amounts of several currencies are never added up: says which there are, and leads to each. */
export function CurrenciesLine({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { view, change } = usePage()
  if (!hasSeveralCurrencies(answer)) return null
  return (
    <p className={classes.line}>
      {t('panel.currencies')}
      {currenciesOf(answer).map((currency) => (
        <Button
          key={currency}
          size="compact-xs"
          variant="default"
          onClick={() => change(withFilter(view, { dimension: 'currency', op: 'in', values: [currency] }))}
        >
          {currency}
        </Button>
      ))}
    </p>
  )
}
