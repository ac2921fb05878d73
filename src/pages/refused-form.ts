import type { FastifyRequest } from 'fastify';
import type { RefusedForm } from '../../web/pages/refused-form.tsx';
import type { ProblemDocument } from '../platform/http/problem-document.ts';

/** Statuses of refusals that end by themselves, so that the same form will be accepted later. */
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
/** Fields never written into a page: addresses and secrets. */
const UNSHOWN: readonly string[] = ['email', 'code', 'token', 'wrapped', 'proof'];

/** The fields of a form that was refused temporarily; null when nothing was typed. */
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
