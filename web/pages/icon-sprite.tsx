import { ICONS } from '../components/icon.tsx';

/** The icons that `Icon` refers to, once in each page; they need no request and follow the colour of the text. */
export const IconSprite = () => (
  <svg hidden>
    {Object.entries(ICONS).map(([name, path]) => (
      <symbol key={name} id={`i-${name}`} viewBox="0 0 20 20">
        <path d={path} />
      </symbol>
    ))}
  </svg>
);
