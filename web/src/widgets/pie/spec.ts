import { short } from '../../ui/formats/value.ts'
import { tones } from '../../ui/tokens/palette.ts'
import { pickOfPart, tableOf, tipOfPart } from '../bar/spec.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { labelStyle, tooltipStyle } from '../chart/style.ts'
import type { Drawing } from '../drawing.ts'
import { type Parts, partsOf } from '../parts.ts'

const mostSlices = 6

/** The parts of one whole: at most six and "other". A ring, with the whole in its middle. */
export function pieSpec(drawing: Drawing): ChartSpec & { readonly parts: Parts } {
  const parts = partsOf(drawing, mostSlices, { withOther: true })
  const tone = tones[drawing.scheme]
  return {
    parts,
    kind: 'items',
    places: parts.parts.length,
    legend: [],
    table: tableOf(drawing, parts),
    tipAt: (place) => tipOfPart(drawing, parts, parts.parts[place]),
    pickAt: (place) => pickOfPart(drawing, parts, parts.parts[place]),
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      tooltip: { trigger: 'item', ...tooltipStyle(drawing.scheme) },
      series: [
        {
          type: 'pie',
          radius: ['64%', '96%'],
          center: ['50%', '50%'],
          startAngle: 90,
          minAngle: 1,
          itemStyle: { borderColor: tone.surface, borderWidth: 2, borderRadius: 4 },
          emphasis: { scale: false, itemStyle: { opacity: 0.85 } },
          label: {
            show: true,
            position: 'center',
            formatter: () =>
              `{total|${short(parts.total, parts.unit, drawing.language)}}\n{word|${drawing.words.total}}`,
            rich: {
              total: { ...labelStyle(tone.ink), fontSize: 22, fontWeight: 600, lineHeight: 28 },
              word: { ...labelStyle(tone.ink_faint), lineHeight: 18 },
            },
          },
          data: parts.parts.map((part) => ({
            name: part.name,
            value: part.value ?? 0,
            itemStyle: { color: part.colour },
          })),
        },
      ],
    },
  }
}
