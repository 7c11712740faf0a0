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
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />
  ),
  display: (
    <path d="M4 8h9M17 8h3M4 16h3M11 16h9M15 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM9 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />
  ),
  pin: (
    <path d="M12 21s7-6.2 7-11.2A7 7 0 0 0 5 9.8C5 14.8 12 21 12 21Zm0-13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />
  ),
  coordinates: <path d="M12 3v4M12 17v4M3 12h4M17 12h4M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z" />,
  report: (
    <path d="M7 3.5h7l4 4V20a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 6 20V4.5a1 1 0 0 1 1-1ZM14 3.5V8h4M9 12h6M9 15.5h6" />
  ),
  check: <path d="m5 13 4.5 4.5L19 7.5" />,
  house: <path d="M4 11.5 12 5l8 6.5M6.5 10v9h11v-9" />,
  info: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5M12 7.8v.1" />,
  undo: <path d="M9 7 4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-2" />,
  redo: <path d="m15 7 4.5 4.5L15 16M19 11.5h-9a5 5 0 0 0 0 10h2" />,
  reshape: (
    <path d="M5 17.5 9.5 8l5 6L19 6M9.5 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM14.5 12.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z" />
  ),
  villages: <path d="M4 18v-5l3.5-3 3.5 3v5ZM13 18v-7l3.5-3 3.5 3v7ZM3 18h18" />,
  draw: <path d="M6 16c-3-4 0-11 6-11s9 5 6 9-5 1-7 3 2 4 5 3" />,
  polygon: (
    <path d="M6 17 7.5 7 17 6l2 9-8 3.5ZM6 15.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM7.5 5.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM17 4.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM19 13.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z" />
  ),
  magnet: (
    <path d="M6.5 4v8a5.5 5.5 0 0 0 11 0V4M3.5 8h6M14.5 8h6M9.5 4v8a2.5 2.5 0 0 0 5 0V4M6.5 4h3M14.5 4h3" />
  ),
  trace: (
    <path d="M4 18c4 0 3-5 6-6s3 3 6 1 1-7 4-8M4 16.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM20 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z" />
  ),
  turn: <path d="M7 7h9a3.5 3.5 0 0 1 0 7H6M9.5 10.5 6 14l3.5 3.5M4 7h.1" />,
  circle: <path d="M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM12 11.9v.2" />,
  rectangle: <path d="M4.5 6.5h15v11h-15Z" />,
  extend: <path d="M14 5.5 18.5 10 11 15.5 8.5 13ZM8.5 13c-3 0-2 4-5 5 3 2 7 .5 7.5-2.5" />,
  erase: <path d="m9 19-5-5 9.5-9.5 6 6L12 18M9 19h10M8 10l6 6" />,
  cut: (
    <path d="M7 4.5 17 16M17 4.5 7 16M6 15.5a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM18 15.5a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z" />
  ),
  merge: <path d="M4.5 6.5h6v11h-6ZM19.5 6.5h-4v11h4ZM18 12h-7m2.8-2.8L11 12l2.8 2.8" />,
  previous: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM13.5 8l-4 4 4 4" />,
  locked: <path d="M6 11h12v8.5H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2" />,
  unlocked: <path d="M6 11h12v8.5H6ZM8.5 11V7a3.5 3.5 0 0 1 6.5-1.8M12 14.5v2" />,
  measure: <path d="m4 15 11-11 5 5L9 20ZM7.5 11.5 9.5 13.5M10.5 8.5l2 2M13.5 5.5l2 2" />,
  next: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM10.5 8l4 4-4 4" />,
  warning: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5v5.5M12 16.2v.1" />,
  bell: <path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 2H5ZM10 20.5a2.2 2.2 0 0 0 4 0M12 3.5v2" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7v5.2l3.4 2" />,
  person: <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20a7.5 7.5 0 0 1 15 0" />,
  bin: <path d="M5 7h14M10 4h4M7 7l1 12.5h8L17 7M10.3 10.5v5.5M13.7 10.5v5.5" />,
  unlinked: <path d="M9.5 8H8a4 4 0 0 0 0 8h1.5M14.5 8H16a4 4 0 0 1 0 8h-1.5M12 3.5v3.5M12 17v3.5" />,
  stepBack: <path d="M13 12H4m0 0 4-4m-4 4 4 4M17 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />,
  stepOn: <path d="M11 12h9m0 0-4-4m4 4-4 4M7 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />,
  pen: <path d="M5 19l1-4L16.5 4.5a1.8 1.8 0 0 1 2.5 0l.5.5a1.8 1.8 0 0 1 0 2.5L9 18l-4 1ZM14.5 6.5l3 3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A line icon; what it means is said beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" data-name={name} viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}

/** Nitaq’s mark: one area, two territories, a village. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path className="mark-half" d="M17 6.1c-5 5.4 4 13.5-1.5 19.8a9.9 9.9 0 0 0 1.5-19.8Z" />
      <path d="M16 6a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm1 .1c-5 5.4 4 13.5-1.5 19.8" />
      <circle cx="11.3" cy="15.3" r="1.7" />
    </svg>
  );
}
