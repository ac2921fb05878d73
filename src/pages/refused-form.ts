import type { FastifyRequest } from 'fastify';
import type { RefusedForm } from '../../web/pages/refused-form.tsx';
import type { ProblemDocument } from '../platform/http/problem-document.ts';

/**
 * Statuses of refusals that end: by themselves, when the server is mended, or by signing in. Another site's form never
 * gets that far (`origin-foreign`), so that no page offers its text to be sent.
 */
const FOR_THE_MOMENT: readonly number[] = [401, 429, 500, 503];
const TEXTS: readonly string[] = [
  'body',
  'markdown',
  'reason',
  'dismissal',
  'note',
  'text',
  'name',
  'tagline',
  'biography',
  'title',
];
/** Fields never written into a page: addresses and secrets. */
const UNSHOWN: readonly string[] = ['email', 'code', 'token', 'wrapped', 'proof'];

/** The fields of a form that was refused temporarily; null when nothing was typed and no proof of work is asked. */
export function refusedForm({ status, challenge }: ProblemDocument, request: FastifyRequest): RefusedForm | null {
  if (!FOR_THE_MOMENT.includes(status)) return null;
  const form = sentForm(request);
  if (form && status === 401) return withTexts({ ...form, because: 'signedOut' });
  if (!form || typeof challenge !== 'string') return form && withTexts(form);
  return { ...form, others: [...form.others, { name: 'proof', value: challenge }] };
}

/**
 * The text of a form of this page that was refused for good, to be sent again as a change of what is there now; null
 * when nothing was typed.
 */
export function keptForm(request: FastifyRequest, version: string | undefined): RefusedForm | null {
  const sent = sentForm(request);
  const form = sent && withTexts(sent);
  if (!form) return null;
  const others = form.others.filter(({ name }) => name !== 'version');
  return {
    ...form,
    others: version === undefined ? others : [...others, { name: 'version', value: version }],
    because: 'changed',
  };
}

function sentForm({ method, url, body }: FastifyRequest): RefusedForm | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const fields = Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => typeof each === 'string')
      .map((each) => ({ name, value: each })),
  );
  const shown = fields.filter(({ name }) => !UNSHOWN.includes(name));
  const texts = shown.filter(({ name, value }) => TEXTS.includes(name) && value !== '');
  const others = shown.filter((field) => !texts.includes(field));
  return { action: url, texts, others, asksEmail: fields.some(({ name }) => name === 'email'), because: 'kept' };
}

/** Null for a form in which nothing was typed, which is pressed as easily again. */
const withTexts = (form: RefusedForm): RefusedForm | null => (form.texts.length === 0 ? null : form);
