import { Page, type PageContext } from './page.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { ResendForm, type RefusedForm } from './refused-form.tsx';
import { ButtonLink } from '../components/button.tsx';
import { WayOn } from './way-on.tsx';

interface ProblemPageProps {
  context: PageContext;
  document: ProblemShape;
  form?: RefusedForm | null;
}

/** A refusal as a page. */
export function ProblemPage({ context, document, form = null }: ProblemPageProps) {
  const asksToSignIn = SOLVED_BY_SIGNING_IN.includes(document.type);
  return (
    <Page {...context}>
      <h1>{document.title}</h1>
      {document.detail && <p class="lead">{document.detail}</p>}
      {document.errors && (
        <ul>
          {document.errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
      {asksToSignIn && (
        <p>
          {/* Beside this page where it holds what was typed. */}
          <ButtonLink
            kind="primary"
            href={`/sign-in?next=${encodeURIComponent(context.here)}`}
            target={form ? '_blank' : undefined}
            rel={form ? 'noopener' : undefined}
          >
            {context.say(form ? 'pages.signIn.inNewTab' : 'pages.signIn.comeBack')}
          </ButtonLink>
        </p>
      )}
      {form && <ResendForm form={form} />}
      <WayOn {...context} />
    </Page>
  );
}

const SOLVED_BY_SIGNING_IN = ['/problems/session-required', '/problems/sign-in-stale'];
