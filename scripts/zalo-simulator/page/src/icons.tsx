/** A handful of line icons drawn for this page; always beside a word or under an accessible name, hence hidden. */
const paths = {
  send: 'M4 12 20 4l-5 16-4-6-7-2Zm7 2 9-10',
  photo: 'M4 7h3l2-3h6l2 3h3v12H4zM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  pin: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.800 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  sparkle: 'M12 3l2 6 6 3-6 3-2 6-2-6-6-3 6-3z',
  sticker: 'M5 5h14v9l-5 5H5zM14 19v-5h5M9 10h.01M14 10h.01M9 13c1 1 3 1 4 0',
  voice: 'M12 4a2 2 0 0 1 2 2v6a2 2 0 0 1-4 0V6a2 2 0 0 1 2-2Zm-6 8a6 6 0 0 0 12 0M12 18v3',
  video: 'M4 7h11v10H4zM15 11l5-3v8l-5-3',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  quote: 'M9 7 4 12l5 5M4 12h9a6 6 0 0 1 6 6v1',
  heart: 'M12 20s-7-4.500-7-10a4 4 0 0 1 7-2.500A4 4 0 0 1 19 10c0 5.500-7 10-7 10Z',
  block: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM6.500 6.500l11 11',
  eye: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6Zm9 2.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  add: 'M10 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-7 8c0-4 3-6 7-6 1 0 2 .100 2.800.400M18 14v6M15 17h6',
  again: 'M5 12a7 7 0 1 1 2 5M5 20v-4h4',
  warn: 'M12 4 3 20h18zM12 10v4M12 17h.01',
  ok: 'M5 13l4 4L19 7',
  okok: 'M2 13l4 4L15 7M11 16l1 1 10-10',
  webhook: 'M4 12h15M13 6l6 6-6 6',
  api: 'M20 12H5M11 6l-6 6 6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2',
  building: 'M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M10 11h.01M14 11h.01',
  phone: 'M6 3h3l2 5-2 1.500a11 11 0 0 0 5.500 5.500L16 13l5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 4 5a2 2 0 0 1 2-2Z',
  bell: 'M6 17h12l-1.500-3V10a4.500 4.500 0 0 0-9 0v4zM10.500 20h3',
  shield: 'M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.500 8.500h.01',
  chevron: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
  home: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
