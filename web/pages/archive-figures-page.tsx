import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { FigureCard, type FigureShape } from './figure-card.tsx';

interface ArchiveFiguresProps {
  context: ArchiveContext;
  figures: readonly FigureShape[];
}

/** The figures of a conference as they were when it was archived. */
export function ArchiveFiguresPage({ context, figures }: ArchiveFiguresProps) {
  const { say } = context;
  return (
    <ArchiveLayout context={context}>
      <h1>{say('pages.figures.title')}</h1>
      <p class="lead">{say('pages.figures.archived')}</p>
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} isArchived />
      ))}
      <section class="card">
        <h2>{say('pages.figures.readers')}</h2>
        <p>{say('pages.figures.readersUnknown')}</p>
      </section>
    </ArchiveLayout>
  );
}
