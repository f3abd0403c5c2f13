/** How wide a text is on the screen, in pixels. */
export type WidthOf = (text: string) => number

let pen: CanvasRenderingContext2D | null | undefined

/** Measures in the type of the charts. Without a canvas every letter is taken to be wide. */
export function measureText(fontSize: number): WidthOf {
  pen ??= document.createElement('canvas').getContext('2d')
  return (text) => {
    if (!pen) return text.length * fontSize * 0.7
    pen.font = `${fontSize}px 'Inter Variable', system-ui, sans-serif`
    return pen.measureText(text).width
  }
}
