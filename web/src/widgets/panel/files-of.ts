import type { TFunction } from 'i18next'
import type { TitledPanel } from '../../ask/catalogue.ts'
import type { Language } from '../../ui/formats/language.ts'
import { askedOfPanel } from './asked-of-panel.ts'
import { download } from './download.ts'

/** The files of a page for its bar: of each panel a workbook and a CSV. */
export function filesOf(
  panels: readonly TitledPanel[],
  place: Parameters<typeof askedOfPanel>[1],
  language: Language,
  t: TFunction,
): readonly { readonly title: string; run(): Promise<void> }[] {
  return panels.flatMap((panel) =>
    (['xlsx', 'csv'] as const).map((kind) => ({
      title: t('bar.download_file', { title: panel.title, kind: kind.toUpperCase() }),
      run: async () => {
        const asked = askedOfPanel(panel, place)
        if (asked !== undefined) await download(kind, asked, panel.title, language)
      },
    })),
  )
}
