import { ORGANIZER_FORM_RECIPES } from './organizer-form-recipes.mjs';
import { encoded, formIn } from './page-form.mjs';
import { READER_FORM_RECIPES } from './reader-form-recipes.mjs';
import { WRITE_RECIPES } from './write-recipes.mjs';

const RECIPES = { ...WRITE_RECIPES, ...ORGANIZER_FORM_RECIPES, ...READER_FORM_RECIPES };

/** Number of times that each repeatable write is sent. */
const TIMES = 2;

/** Texts shorter than this do not name what they are for, in characters. */
const SHORT_TEXT = 200;

const WORDS = 'Größe **and** `weight` of a déjà-vu, see https://example.org. ';

/** Text as people write it, some of it more than a byte a character, cut to a length and made unique by the others. */
const textOf = (length, nth, about = '') =>
  [nth, length < SHORT_TEXT ? '' : about, WORDS.repeat(length / 40 + 1)]
    .join(' ')
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

/** The author of a write: the participant, where people may act only about themselves or about others' comments. */
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

/**
 * The requests of a write, each with what it needs to do its work: made through the API as its recipe says, with the
 * largest body that the API's document allows, or with the form of its page.
 */
export async function* requestsOf({ method, url }, { document, ids, made, addressOf, textAt }) {
  const key = `${method} ${url}`;
  const recipe = RECIPES[key] ?? (() => ({}));
  const times = method === 'DELETE' ? 1 : TIMES;
  for (let nth = 1; nth <= times; nth += 1) {
    const { at = {}, token = made[writerOf(url)], isOnce = false, ...content } = await recipe(made);
    const address = addressOf({ ...ids, ...at });
    const sent = url.startsWith('/api/')
      ? bodyOf({ method, url, nth, document, ids, ...content })
      : await formOf({ address, token, textAt, nth, ...content });
    yield { address, token, ...sent };
    if (isOnce) return;
  }
}

/** The given body, or the largest one of the API's document with the given fields. */
function bodyOf({ method, url, nth, document, ids, body, type, fields = {} }) {
  if (Buffer.isBuffer(body)) return { type: type ?? 'application/json', body };
  if (body) return { type: 'application/json', body: Buffer.from(JSON.stringify(body)) };
  const operation = document.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content?.['application/json']?.schema;
  if (!schema) return { type: null, body: undefined };
  const largest = valueOf(schema, { schemas: document.components.schemas, ids, url, method, nth });
  return { type: 'application/json', body: Buffer.from(JSON.stringify({ ...largest, ...fields })) };
}

/** The form of a page as its reader sends it, or fields that a script sends. */
async function formOf({
  address,
  token,
  textAt,
  nth,
  page = null,
  fields = null,
  fill,
  press,
  tick,
  where,
  sendsTo = address,
}) {
  if (fields !== null) return encoded({ entries: Object.entries(fields), isMultipart: false });
  if (page === null) throw new Error(`bench/support has no page for the form to ${address}`);
  const html = await textAt(page, token);
  const form = formIn(html, {
    page,
    address: sendsTo,
    fill,
    press,
    tick,
    where,
    textOf: (length) => textOf(length, nth, address),
  });
  return { ...(await encoded(form)), ...(sendsTo === address ? { address: form.address } : {}) };
}

/** The largest body that is no file, of an unexpected shape: the cost of refusing it. */
export const SHAPELESS = JSON.stringify({ x: Array.from({ length: 4_000 }, (_, i) => ({ a: [[`${i}`]] })) }).slice(
  0,
  64_000,
);

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
  return type === 'object' ? {} : textOf(Math.min(schema.maxLength ?? 100, 50_000), known.nth, known.url);
}

const objectOf = ({ properties, required = [] }, known) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || !LEFT_OUT.has(name))
      .filter(([name]) => name !== 'name' || required.includes(name))
      .map(([name, schema]) => [name, valueOf(schema, known, name)]),
  );
