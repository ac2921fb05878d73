import type { FastifyRequest } from 'fastify';
import { ProblemPage } from '../../web/pages/problem-page.tsx';
import type { ProblemDocument } from '../platform/http/problem-document.ts';
import { placeOf, type PageContexts } from './page-contexts.ts';
import { refusedForm } from './refused-form.ts';
import { render } from './render.ts';

/** Draws a refusal as a page, in the brand of the conference around it, with what was typed into a refused form. */
export async function drawProblem(
  pageContexts: PageContexts,
  document: ProblemDocument,
  request: FastifyRequest,
): Promise<string> {
  const conference = await pageContexts.conferenceAround(request);
  const shown = { title: document.title, kind: 'problem', isSignedIn: false, conference };
  return render(ProblemPage, {
    context: { ...pageContexts.of(request, shown), here: placeOf(request) },
    document,
    form: refusedForm(document, request),
  });
}
