import { Page, type Frame } from './page.tsx';
import type { ProblemDocument } from '../components/shapes.ts';
import { RefusedFormAgain, type RefusedForm } from './refused-form.tsx';

interface ProblemPageProps {
  frame: Frame;
  document: ProblemDocument;
  form?: RefusedForm | null;
}

/** A refusal as a page. */
export function ProblemPage({ frame, document, form = null }: ProblemPageProps) {
  const asksToSignIn = SOLVED_BY_SIGNING_IN.includes(document.type);
  return (
    <Page {...frame}>
      <h1>{document.title}</h1>
      {document.detail && <p class="lead">{document.detail}</p>}
      {document.errors && (
        <ul>
          {document.errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
      {form && <RefusedFormAgain form={form} />}
      {asksToSignIn && (
        <p>
          <a class="primary" href={`/sign-in?next=${encodeURIComponent(frame.here)}`}>
            {frame.say('pages.signIn.comeBack')}
          </a>
        </p>
      )}
      <p>
        <a href="/">{frame.say('pages.home.link')}</a>
      </p>
    </Page>
  );
}

const SOLVED_BY_SIGNING_IN = ['/problems/session-required', '/problems/sign-in-stale'];
