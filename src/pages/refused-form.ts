import type { FastifyRequest } from 'fastify';
import type { RefusedForm } from '../../web/pages/refused-form.tsx';
import type { ProblemDocument } from '../platform/http/problem-document.ts';

/** Refusals that end by themselves: the same form will be taken later. */
const FOR_THE_MOMENT: readonly number[] = [429, 503];
const TEXTS: readonly string[] = [
  'body',
  'markdown',
  'reason',
  'dismissal',
  'note',
  'text',
  'name',
  'tagline',
  'title',
];
/** Never written into a page: addresses, and what signs somebody in. */
const UNSHOWN: readonly string[] = ['email', 'code', 'token', 'wrapped', 'proof'];

/** What a form held that was refused for the moment; null when nobody wrote anything in it. */
export function refusedForm(
  { status, challenge }: ProblemDocument,
  { method, url, body }: FastifyRequest,
): RefusedForm | null {
  if (method !== 'POST' || !FOR_THE_MOMENT.includes(status) || typeof body !== 'object' || body === null) return null;
  const fields = Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => typeof each === 'string')
      .map((each) => ({ name, value: each })),
  );
  const shown = fields.filter(({ name }) => !UNSHOWN.includes(name));
  const texts = shown.filter(({ name, value }) => TEXTS.includes(name) && value !== '');
  if (texts.length === 0) return null;
  const others = shown.filter((field) => !texts.includes(field));
  if (typeof challenge === 'string') others.push({ name: 'proof', value: challenge });
  return { action: url, texts, others, asksEmail: fields.some(({ name }) => name === 'email') };
}
