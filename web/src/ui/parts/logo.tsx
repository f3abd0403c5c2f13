/** The sign of Parley: what is said, counted. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="var(--mantine-color-accent-6)"
        d="M9 3h14a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6H13.5l-5.2 4.3A.8.8 0 0 1 7 28.7v-4A6 6 0 0 1 3 19V9a6 6 0 0 1 6-6Z"
      />
      <g fill="#fff">
        <rect x="9" y="13.5" width="3" height="6" rx="1.5" />
        <rect x="14.5" y="8.5" width="3" height="11" rx="1.5" />
        <rect x="20" y="11" width="3" height="8.5" rx="1.5" />
      </g>
    </svg>
  )
}
