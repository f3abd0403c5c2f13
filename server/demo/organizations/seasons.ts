/** How busy each month is for a kind of business, January first; 1 is an ordinary month. */
export const seasons = {
  bicycles: [0.7, 0.75, 1.05, 1.3, 1.35, 1.25, 1.05, 1, 1.05, 0.9, 0.8, 0.8],
  travel: [1.4, 1.2, 1, 1, 1.1, 1.25, 1.3, 1.05, 0.8, 0.7, 0.7, 0.75],
  home: [0.85, 0.8, 0.95, 1, 0.95, 0.85, 0.8, 0.95, 1.15, 1.15, 1.35, 1.2],
  telecom: [1.05, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 1, 1.05, 1, 1.1, 1.15],
  software: [1.05, 1.05, 1.1, 1, 1, 1, 0.85, 0.8, 1.1, 1.1, 1.1, 0.85],
} as const
