import type { NamesOf } from '../../texts/texts.ts'

/** What a panel that somebody composed without a title shows, where its metrics and dimensions do not say it. */
export const ownPanelNames = {
  over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
  in_total: { en: 'In total', nl: 'In totaal', ru: 'Всего' },
} satisfies NamesOf<'over_time' | 'in_total'>
