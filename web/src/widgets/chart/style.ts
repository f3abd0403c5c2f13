import { type Scheme, tones } from '../../ui/tokens/palette.ts'

const font = "'Inter Variable', system-ui, sans-serif"

/** Quiet axes: no lines but those that carry a value across, and small grey words. */
export function axisStyle(scheme: Scheme) {
  const tone = tones[scheme]
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: tone.ink_faint, fontSize: 12, fontFamily: font, hideOverlap: true },
    splitLine: { lineStyle: { color: tone.line, width: 1 } },
  }
}

export function tooltipStyle(scheme: Scheme) {
  const tone = tones[scheme]
  return {
    backgroundColor: tone.raised,
    borderColor: tone.line_strong,
    borderWidth: 1,
    padding: 0,
    confine: true,
    transitionDuration: 0.08,
    textStyle: { color: tone.ink, fontSize: 13, fontFamily: font },
    extraCssText: 'border-radius:8px;box-shadow:0 8px 24px rgb(15 17 22 / .16);z-index:90',
    axisPointer: { type: 'line', lineStyle: { color: tone.ink_faint, width: 1, type: 'solid', opacity: 0.5 } },
  }
}

export const labelStyle = (colour: string) => ({ color: colour, fontSize: 12, fontFamily: font, fontWeight: 500 })

/** A colour with transparency. */
export function faint(colour: string, alpha: number): string {
  const value = Math.round(alpha * 255)
  return `${colour}${value.toString(16).padStart(2, '0')}`
}
