import type { ComponentChildren } from 'preact';

export const HERE = '/style';

/** A part of the page of components, by its name. */
export function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>
        <code>{name}</code>
      </h2>
      {children}
    </section>
  );
}
