import { Page, type PageContext } from './page.tsx';
import { WayOn } from './way-on.tsx';

interface ProblemKindPageProps {
  context: PageContext;
  slug: string;
  status: number;
}

/** `/problems/{slug}`: explains the type of a problem document. */
export function ProblemKindPage({ context, slug, status }: ProblemKindPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say(`problems.${slug}.title`)}</h1>
      <p class="lead">{say(`problems.${slug}.detail`)}</p>
      <p class="help">
        HTTP {status} · <code>/problems/{slug}</code>
      </p>
      <WayOn {...context} />
    </Page>
  );
}
