import type { Download } from '../../ask/bar/choices.tsx'
import type { TitledPanel } from '../../ask/catalogue.ts'
import type { Language } from '../../ui/formats/language.ts'
import { askedOfPanel } from './asked-of-panel.ts'
import { download } from './download.ts'

/** The files of a page for its bar: of each panel a workbook and a CSV, where it asks anything. */
export function filesOf(
  panels: readonly TitledPanel[],
  place: Parameters<typeof askedOfPanel>[1],
  language: Language,
): readonly Download[] {
  return panels
    .filter((panel) => askedOfPanel(panel, place) !== undefined)
    .map((panel) => {
      const fileOf = (kind: 'xlsx' | 'csv') => ({
        kind,
        run: async () => {
          const asked = askedOfPanel(panel, place)
          if (asked !== undefined) await download(kind, asked, panel.title, language)
        },
      })
      return { title: panel.title, files: [fileOf('xlsx'), fileOf('csv')] }
    })
}
