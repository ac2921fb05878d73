import type { ComponentChildren } from 'preact';

interface MeSectionProps {
  id: string;
  title: string;
  children: ComponentChildren;
}

/** A part of the account page, which its list of parts leads to. */
export const MePart = ({ id, title, children }: MeSectionProps) => (
  <section id={id} class="card">
    <h2>{title}</h2>
    {children}
  </section>
);

/** One matter within a part. */
export const MeSection = ({ id, title, children }: MeSectionProps) => (
  <section id={id}>
    <h3>{title}</h3>
    {children}
  </section>
);
