import type { ComponentChildren } from 'preact';

export const MeSection = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);
