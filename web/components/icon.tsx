/** The pages' icons by name: paths of a 20 pixel square, drawn with a line of 1.5 pixels. */
export const ICONS = {
  ask: 'M4 4h12v9H9l-4 3v-3H4zM8.3 7.3a1.8 1.8 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1M10 11.2v.1',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1 1H4zM8.5 17h3',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3',
  check: 'M4 10.5 8 14.5 16 6',
  close: 'M5 5l10 10M15 5 5 15',
  edit: 'M4 16l.8-3.5L13 4.3a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.5 15.2z',
  external: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  hide: 'M3 3l14 14M8 5.2a7 7 0 0 1 2-.2c5 0 7.5 5 7.5 5l-2 2.6M5.5 6.3A12 12 0 0 0 2.5 10S5 15 10 15l3-.7',
  flag: 'M5 17V3.5M5 4h9.5l-2 3.5 2 3.5H5',
  globe: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M3 10h14M10 3c4.5 4.5 4.5 9.5 0 14-4.5-4.5-4.5-9.5 0-14',
  list: 'M4 5.5h12M4 10h12M4 14.5h12',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  mute: 'M8 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M3 16c0-2.5 2-4 5-4 1 0 2 .2 2.7.5M12.5 13l4 4M16.5 13l-4 4',
  qr: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2M16.5 11.5v2M13.5 16.5h-2v-1M16.5 16.5h-1',
  quote: 'M4 13V9.5C4 7 5.5 6 7.5 5.5M4 10h4v4H4zM11.5 13V9.5c0-2.5 1.5-3.5 3.5-4M11.5 10h4v4h-4z',
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5v1',
  room: 'M10 17s5-4.5 5-8.5a5 5 0 0 0-10 0C5 12.5 10 17 10 17M10 6.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4M12.7 12.7 16.5 16.5',
  share: 'M10 12V3.5M6.5 6.5 10 3l3.5 3.5M4 11v5.5h12V11',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6',
  up: 'M10 5.5 16 13.5H4z',
} as const;

export type IconName = keyof typeof ICONS;

/** An icon of the page's sprite; words stand beside it, or a label around it. */
export const Icon = ({ name, small = false }: { name: IconName; small?: boolean }) => (
  <svg class={small ? 'i s' : 'i'} aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
);
