import { madeProgramme } from './made-programme.mjs';

/** How often each repeatable write is sent. */
const TIMES = 2;

/** Longest text of a form, in characters: the limit of its body, less the other fields. */
const FORM_TEXT = 5_000;

/** Text as people write it, some of it more than a byte a character, cut to a length. `nth` makes each different. */
const textOf = (length, nth) =>
  `${nth} ${'Größe **and** `weight` of a déjà-vu, see https://example.org. '.repeat(length / 40 + 1)}`
    .slice(0, length)
    .trim()
    .padEnd(Math.min(length, 2), 'x');

/** Fields left out: a participant is no guest, and ids of absent things are refused at once. */
const LEFT_OUT = new Set([
  'email',
  'parentId',
  'mergedInto',
  'code',
  'token',
  'badge',
  'badges',
  'archiveUrl',
  'embedSites',
  'slowMode',
  'phases',
  'talkId',
  'url',
  'speakers',
  'settings',
  'until',
]);

/** Values that fields need for a write to be accepted, by route and name. */
const FIELDS = {
  status: 'open',
  locale: 'en',
  timeZone: 'Europe/Brussels',
  startsOn: '2026-05-02',
  endsOn: '2026-05-03',
  startsAt: '2026-05-02T10:00:00.000Z',
  language: 'en',
  rule: 'spam',
  kind: 'comment',
  posts: 'keep',
  role: 'moderator',
  email: 'guest@mail.example',
  until: new Date(Date.now() + 86_400_000).toISOString(),
};

/** Who writes: what people may do only about themselves, or about others' comments, is for the participant. */
export const writerOf = (url) =>
  /^\/api\/v1\/(?:me|claims|auth\/|personas)|^\/me|\/(?:vote|votes|report|reports|appeals)$/.test(url)
    ? 'participant'
    : 'organizer';

/** Writes that sign a person out; last, with a person who is not needed any more. */
const isLast = (url) => /^\/api\/v1\/me$|sessions|\/me\/erasure|\/me$|sign-in|passkeys|claim/.test(url);

/** Forms come after the requests whose things they use, because some withdraw them. */
const KINDS = ['POST', 'PUT', 'PATCH', 'form', 'DELETE'];

/**
 * Orders writes so that each finds what it changes: those that make things first, those that remove them later, signing
 * out last.
 */
export function inOrder(writes) {
  const rank = ({ method, url }) => {
    if (isLast(url)) return KINDS.length + 1;
    return url.startsWith('/api/') ? KINDS.indexOf(method) : KINDS.indexOf('form');
  };
  return writes.toSorted((one, other) => rank(one) - rank(other));
}

/** The bodies of a write with their type, each as large as the API's document allows. */
export function bodiesOf({ method, url }, { document, ids }) {
  if (url.endsWith('imports')) return { type: 'application/json', bodies: [madeProgramme()] };
  const times = method === 'DELETE' ? 1 : TIMES;
  const nths = Array.from({ length: times }, (_, i) => i + 1);
  if (!url.startsWith('/api/'))
    return { type: 'application/x-www-form-urlencoded', bodies: nths.map((nth) => formOf(ids, nth)) };
  const operation = document.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content?.['application/json']?.schema;
  if (!schema) return { type: null, bodies: nths.map(() => undefined) };
  const known = { schemas: document.components.schemas, ids, url, method };
  return { type: 'application/json', bodies: nths.map((nth) => JSON.stringify(valueOf(schema, { ...known, nth }))) };
}

/** The largest body that is no file, of an unexpected shape: the cost of refusing it. */
export const SHAPELESS = JSON.stringify({ x: Array.from({ length: 4_000 }, (_, i) => ({ a: [[`${i}`]] })) }).slice(
  0,
  64_000,
);

/** A form with the fields of all forms, of which each takes its own. */
function formOf(ids, nth) {
  const text = textOf(FORM_TEXT, `form ${nth}`);
  return new URLSearchParams({
    body: text,
    markdown: text,
    text,
    reason: textOf(900, nth),
    title: `A title ${nth}`,
    name: `A name ${nth}`,
    tagline: 'A tagline',
    rule: 'spam',
    kind: 'comment',
    commentId: ids.comments,
    comment: ids.comments,
    questionId: ids.questions,
    question: ids.questions,
    personaId: ids.speaker,
    vote: 'on',
    revision: '1',
    slug: `form-${nth}-${ids.nonce}`,
    locale: 'en',
    query: textOf(100, nth),
  }).toString();
}

function valueOf(schema, known, name = '') {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference) return valueOf(known.schemas[reference.split('/').at(-1)], known, name);
  if (name === 'personaId') return known.ids.speaker;
  if (name === 'guid' && known.method === 'PATCH') return undefined;
  if (name === 'slug' && known.method === 'PATCH') return undefined;
  if (name === 'slug') return `made-${known.nth}-${known.ids.nonce}${known.url.length}`;
  if (FIELDS[name] !== undefined && (!schema.enum || schema.enum.includes(FIELDS[name]))) return FIELDS[name];
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'array')
    return Array.from({ length: Math.min(schema.maxItems ?? 1, 1) }, () => valueOf(schema.items, known));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return false;
  if (schema.properties) return objectOf(schema, known);
  if (schema.format === 'uuid') return known.ids.comments;
  return type === 'object' ? {} : textOf(Math.min(schema.maxLength ?? 100, 50_000), known.nth);
}

const objectOf = ({ properties, required = [] }, known) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || !LEFT_OUT.has(name))
      .filter(([name]) => name !== 'name' || required.includes(name))
      .map(([name, schema]) => [name, valueOf(schema, known, name)]),
  );
