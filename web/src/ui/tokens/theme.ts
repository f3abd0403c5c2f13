import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { type Tone, tones } from './palette.ts'

const accent: MantineColorsTuple = [
  '#f0f1fd',
  '#e0e3fb',
  '#c3c8f6',
  '#a1a9f0',
  '#828cea',
  '#5a66d8',
  '#4451cd',
  '#3a46b8',
  '#3039a0',
  '#252d82',
]

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f2f4f7',
  '#e7e9ee',
  '#d2d6de',
  '#b3b9c5',
  '#8b93a3',
  '#646c7d',
  '#4b5263',
  '#2f3542',
  '#171a21',
]

const dark: MantineColorsTuple = [
  '#eceef3',
  '#b1b8c6',
  '#929aab',
  '#6d7587',
  '#394050',
  '#252a35',
  '#1d212a',
  '#161920',
  '#0f1116',
  '#0a0b0f',
]

/** Around what is bad in either scheme: white on a button of it holds 4.5:1. */
const red: MantineColorsTuple = [
  '#fdeeec',
  '#fad9d5',
  '#f3b1aa',
  '#ff9a8f',
  '#e0665c',
  '#c4362d',
  '#b3261e',
  '#9c1f18',
  '#821812',
  '#66110c',
]

/** The look of every Mantine component. What is not here follows from the tokens. */
export const theme = createTheme({
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'Roboto Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgb(15 17 22 / 0.06)',
    sm: '0 1px 3px rgb(15 17 22 / 0.08), 0 1px 2px rgb(15 17 22 / 0.04)',
    md: '0 4px 12px rgb(15 17 22 / 0.10), 0 1px 3px rgb(15 17 22 / 0.06)',
    lg: '0 12px 32px rgb(15 17 22 / 0.14), 0 2px 6px rgb(15 17 22 / 0.06)',
    xl: '0 24px 56px rgb(15 17 22 / 0.20), 0 4px 12px rgb(15 17 22 / 0.08)',
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    InputWrapper: {
      styles: { label: { marginBottom: 4 }, description: { marginBottom: 6, color: 'var(--ink-soft)' } },
    },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, transitionProps: { duration: 100 }, fz: 12, px: 8, py: 5 },
    },
    // A placeholder that takes the focus is no item of a menu: the first item takes it.
    Menu: { defaultProps: { shadow: 'lg', withInitialFocusPlaceholder: false, transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'lg', transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 150 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } } },
  },
})

const asVariables = (tone: Tone): Record<string, string> =>
  Object.fromEntries(Object.entries(tone).map(([name, value]) => [`--${name.replaceAll('_', '-')}`, value]))

/** The tokens as CSS variables (`--canvas`, `--ink-soft` …), one set for each scheme, and Mantine's own bent to them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--radius-panel': '12px', '--radius-control': '8px' },
  light: { ...asVariables(tones.light), ...mantineVariables(tones.light) },
  dark: { ...asVariables(tones.dark), ...mantineVariables(tones.dark) },
})

function mantineVariables(tone: Tone): Record<string, string> {
  return {
    '--mantine-color-body': tone.surface,
    '--mantine-color-text': tone.ink,
    '--mantine-color-dimmed': tone.ink_faint,
    '--mantine-color-placeholder': tone.ink_faint,
    '--mantine-color-anchor': tone.accent_ink,
    '--mantine-color-default': tone.surface,
    '--mantine-color-default-hover': tone.sunken,
    '--mantine-color-default-border': tone.line_strong,
    '--mantine-color-default-color': tone.ink,
    '--mantine-color-error': tone.bad,
  }
}
