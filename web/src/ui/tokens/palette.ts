/** The two schemes, each designed for its own ground. */
export type Scheme = 'light' | 'dark'

/** Neutrals, the one accent and the words of good and bad. Text colours hold 4.5:1 on canvas and surface, marks 3:1. */
export type Tone = {
  /** Behind everything. */
  readonly canvas: string
  /** Panels, cards, bars. */
  readonly surface: string
  /** Menus, tooltips, drawers: above surfaces. */
  readonly raised: string
  /** Wells inside a surface: inputs, code, hovered rows. */
  readonly sunken: string
  readonly line: string
  readonly line_strong: string
  readonly ink: string
  readonly ink_soft: string
  readonly ink_faint: string
  readonly accent: string
  readonly accent_ink: string
  readonly accent_soft: string
  readonly good: string
  readonly bad: string
  readonly bad_soft: string
  readonly warn: string
  readonly warn_soft: string
}

export const tones: Readonly<Record<Scheme, Tone>> = {
  light: {
    canvas: '#f7f8fa',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f2f4f7',
    line: '#e7e9ee',
    line_strong: '#d2d6de',
    ink: '#171a21',
    ink_soft: '#4b5263',
    ink_faint: '#646c7d',
    accent: '#4451cd',
    accent_ink: '#3c48bd',
    accent_soft: '#eceefc',
    good: '#0b7259',
    bad: '#b3261e',
    bad_soft: '#fdeeec',
    warn: '#8a5200',
    warn_soft: '#fdf3e1',
  },
  dark: {
    canvas: '#0f1116',
    surface: '#161920',
    raised: '#1d212a',
    sunken: '#1c2029',
    line: '#252a35',
    line_strong: '#394050',
    ink: '#eceef3',
    ink_soft: '#b1b8c6',
    ink_faint: '#929aab',
    accent: '#7b85f2',
    accent_ink: '#a3abff',
    accent_soft: '#232844',
    good: '#5fd0a8',
    bad: '#ff9a8f',
    bad_soft: '#3a1f1f',
    warn: '#f3bd63',
    warn_soft: '#35290f',
  },
}

/** Names of the eight categorical colours; the order is the order in which they are handed out. */
export const hues = ['indigo', 'amber', 'sky', 'red', 'green', 'pink', 'violet', 'olive'] as const
export type Hue = (typeof hues)[number]

/**
 * The categorical scale. Found by search: the smallest distance between any two under protanopia, deuteranopia and
 * tritanopia is as large as a readable lightness range allows, and each holds 3:1 against its surface.
 */
export const categorical: Readonly<Record<Scheme, Readonly<Record<Hue, string>>>> = {
  light: {
    indigo: '#4451cd',
    amber: '#a15a00',
    sky: '#1c96fa',
    red: '#961128',
    green: '#128e74',
    pink: '#e05bba',
    violet: '#7e3187',
    olive: '#9e951e',
  },
  dark: {
    indigo: '#7b85f2',
    amber: '#fbbd18',
    sky: '#4ebff6',
    red: '#c84949',
    green: '#a2dba6',
    pink: '#d88aa6',
    violet: '#a657a9',
    olive: '#9aa317',
  },
}

/**
 * A second tone of each, for what is still to be told apart when all eight are in use. Found by the same search, with these: all
 * sixteen stay apart for every sight, though less than the eight do.
 */
export const second: Readonly<Record<Scheme, Readonly<Record<Hue, string>>>> = {
  light: {
    indigo: '#2700b2',
    amber: '#b07847',
    sky: '#116eff',
    red: '#f14e77',
    green: '#226952',
    pink: '#ba2da5',
    violet: '#581757',
    olive: '#494401',
  },
  dark: {
    indigo: '#694dfc',
    amber: '#c9b278',
    sky: '#0781c6',
    red: '#fc6471',
    green: '#397b00',
    pink: '#f6166f',
    violet: '#d93cce',
    olive: '#c3ed64',
  },
}

/** What is no category of its own: "none", the system. */
export const neutralMark: Readonly<Record<Scheme, string>> = { light: '#7c8495', dark: '#868fa1' }

/** All those that are too many to be told apart: "other". Grey like "none" beside it, and still another grey. */
export const otherMark: Readonly<Record<Scheme, string>> = { light: '#484f5e', dark: '#c3c9d5' }

/** One hue from little to much, for heat maps. The first is "nothing". */
export const sequential: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#f2f4f7', '#dfe3fb', '#c0c7f6', '#9da7ef', '#7883e4', '#5863d8', '#3f4bc0', '#2c3596'],
  dark: ['#1c2029', '#242a4a', '#313a6c', '#424d93', '#5763bb', '#6f7bdf', '#929bf5', '#c0c6ff'],
}
