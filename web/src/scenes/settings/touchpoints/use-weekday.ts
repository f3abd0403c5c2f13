import { type Weekday, weekdays } from '../../../ask/touchpoints.ts'
import { localeOf } from '../../../ui/formats/language.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'

/** 2024-01-01 was a Monday. */
const monday = Date.UTC(2024, 0, 1)

/** The name of a day of the week, in the language of the page. */
export function useWeekday(length: 'long' | 'short'): (day: Weekday) => string {
  const { language } = useLanguage()
  const formatter = new Intl.DateTimeFormat(localeOf[language], { weekday: length, timeZone: 'UTC' })
  return (day) => {
    const name = formatter.format(monday + weekdays.indexOf(day) * 86_400_000)
    return length === 'long' ? name.charAt(0).toLocaleUpperCase(localeOf[language]) + name.slice(1) : name
  }
}
