import type { ReactNode } from 'react';

const PATHS = {
  search: <path d="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  down: <path d="m6 9 6 6 6-6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  whole: (
    <path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4" />
  ),
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1" />
  ),
  display: (
    <path d="M4 8h9M17 8h3M4 16h3M11 16h9M15 5.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM9 13.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />
  ),
  pin: (
    <path d="M12 21s7-6.2 7-11.200A7 7 0 0 0 5 9.800C5 14.8 12 21 12 21Zm0-13.500a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />
  ),
  coordinates: <path d="M12 3v4M12 17v4M3 12h4M17 12h4M12 8.500a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z" />,
  check: <path d="m5 13 4.5 4.500L19 7.5" />,
  house: <path d="M4 11.5 12 5l8 6.500M6.5 10v9h11v-9" />,
  info: <path d="M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5M12 7.800v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A line icon; what it means is said beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}

/** Nitaq's mark: two territories that meet, the second still open. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <circle cx="12.5" cy="16" r="6.5" />
      <circle cx="19.5" cy="16" r="6.5" strokeDasharray="2.6 2.5" />
    </svg>
  );
}
