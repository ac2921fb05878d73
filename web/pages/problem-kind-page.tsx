import { Page, type Frame } from './page.tsx';

interface ProblemKindPageProps {
  frame: Frame;
  slug: string;
  status: number;
}

/** `/problems/{slug}`: explains the type of a problem document. */
export function ProblemKindPage({ frame, slug, status }: ProblemKindPageProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say(`problems.${slug}.title`)}</h1>
      <p class="lead">{say(`problems.${slug}.detail`)}</p>
      <p class="help">
        HTTP {status} · <code>/problems/{slug}</code>
      </p>
      <p>
        <a href="/">{say('pages.home.link')}</a>
      </p>
    </Page>
  );
}
