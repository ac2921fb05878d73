import type { PageBrand } from './page-brand.ts';

interface Size {
  width: number;
  height: number;
}

/** The size of an image in pixels, which its address names (`…-320x80.png`). */
function sizeIn(address: string): Size | Record<string, never> {
  const [, width, height] = /-(\d+)x(\d+)\.\w+$/.exec(address) ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : {};
}

/**
 * The logo of a conference, whose name stands beside it; in dark mode the one for it, or the same on a light plate.
 * `theme` is set where the reader does not choose it.
 */
export function Logo({
  logo,
  logoDark,
  theme = null,
}: Pick<PageBrand, 'logo' | 'logoDark'> & { theme?: string | null }) {
  const shown = (theme === 'dark' ? logoDark : null) ?? logo;
  if (shown === null) return null;
  const image = <img class={logoDark === null ? 'brand plate' : 'brand'} src={shown} alt="" {...sizeIn(shown)} />;
  if (theme !== null || logoDark === null) return image;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={logoDark} />
      {image}
    </picture>
  );
}

/** The cover of a conference, above its page; it says nothing that its title does not. */
export const Cover = ({ cover }: { cover: string }) => <img class="cover" src={cover} alt="" {...sizeIn(cover)} />;
