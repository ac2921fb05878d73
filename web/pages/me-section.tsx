import type { ComponentChildren } from 'preact';

interface MeSectionProps {
  id: string;
  title: string;
  children: ComponentChildren;
}

export const MeSection = ({ id, title, children }: MeSectionProps) => (
  <section id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);
