import { parse } from 'parse5';

/** Longest text that a field without a limit of its own gets, in characters. */
const FREE_TEXT = 200;

const TEXTUAL = new Set(['text', 'search', 'email', 'url', 'number', 'date', 'time', 'datetime-local', 'hidden']);

function* nodesIn(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesIn(child);
}

const valueOf = (node, name) => node.attrs?.find((each) => each.name === name)?.value;
const has = (node, name) => valueOf(node, name) !== undefined;
const textIn = (node) => [...nodesIn(node)].map(({ value }) => value ?? '').join('');

/**
 * The form of a page that sends to `address`: with the fields of `fill`, of the pressed button and of the ticked box,
 * and the values of `where`; filled in as by a reader. Empty required fields get `textOf(length)`. Throws, with the
 * forms that there are, when none fits.
 */
export function formIn(html, { page, address, fill = {}, press = null, tick = null, where = {}, textOf }) {
  const forms = [...nodesIn(parse(html))].filter(({ nodeName }) => nodeName === 'form').map(formOf);
  const found = forms.find(
    ({ isPost, action, fields }) =>
      isPost &&
      pathOf(action ?? page) === pathOf(address) &&
      [...Object.keys(fill), ...(press ? [press[0]] : [])].every((name) => fields.some((each) => each.name === name)) &&
      Object.entries(where).every(([name, value]) =>
        fields.some((each) => each.name === name && valueOf(each.node, 'value') === value),
      ),
  );
  if (!found) {
    const there = forms.map(({ action, fields }) => `${action ?? page}: ${fields.map(({ name }) => name).join(' ')}`);
    const wanted = Object.keys({ ...fill, ...where }).join(', ');
    throw new Error(`${page} has no form to ${address} with ${wanted}:\n${there.join('\n')}`);
  }
  const entries = found.fields.flatMap((field) => entriesOf(field, { fill, press, tick, textOf }));
  return { address: found.action ?? page, entries, isMultipart: found.isMultipart };
}

const pathOf = (address) => decodeURIComponent(address.split('?')[0]);

function formOf(form) {
  const nodes = [...nodesIn(form)].filter((node) => has(node, 'name') && !has(node, 'disabled'));
  return {
    isPost: valueOf(form, 'method')?.toLowerCase() === 'post',
    isMultipart: valueOf(form, 'enctype') === 'multipart/form-data',
    action: valueOf(form, 'action'),
    fields: nodes.map((node) => ({ name: valueOf(node, 'name'), kind: kindOf(node), node })),
  };
}

const kindOf = (node) => (node.nodeName === 'input' ? (valueOf(node, 'type') ?? 'text') : node.nodeName);

/** The values a field sends: none, one value or, for a file, its bytes. */
function entriesOf({ name, kind, node }, { fill, press, tick, textOf }) {
  if (tick && tick[0] === name) return valueOf(node, 'value') === tick[1] ? [tick] : [];
  if (kind === 'button' || kind === 'submit')
    return press && press[0] === name && (valueOf(node, 'value') ?? '') === press[1] ? [press] : [];
  if (name in fill) return kind === 'radio' && valueOf(node, 'value') !== fill[name] ? [] : [[name, fill[name]]];
  if (kind === 'checkbox' || kind === 'radio')
    return has(node, 'checked') || (kind === 'checkbox' && has(node, 'required'))
      ? [[name, valueOf(node, 'value') ?? 'on']]
      : [];
  if (kind === 'select') return [[name, choiceIn(node)]];
  if (kind === 'file') return [];
  const value = kind === 'textarea' ? textIn(node) : (valueOf(node, 'value') ?? '');
  const isEmpty = value === '' && has(node, 'required') && (kind === 'textarea' || TEXTUAL.has(kind));
  return [[name, isEmpty ? textOf(Number(valueOf(node, 'maxlength') ?? FREE_TEXT)) : value]];
}

/** The chosen option, or the first; of a required choice the first that says something. */
function choiceIn(select) {
  const options = [...nodesIn(select)].filter(({ nodeName }) => nodeName === 'option');
  const values = options.map((option) => valueOf(option, 'value') ?? textIn(option));
  const chosen = options.findIndex((option) => has(option, 'selected'));
  if (chosen !== -1) return values[chosen];
  return (has(select, 'required') ? values.find((value) => value !== '') : values[0]) ?? '';
}

/** The body of a form with its type. Files are values with `bytes`, `name` and `type`. */
export async function encoded({ entries, isMultipart }) {
  if (!isMultipart)
    return {
      type: 'application/x-www-form-urlencoded',
      body: Buffer.from(new URLSearchParams(entries).toString()),
    };
  const form = new FormData();
  for (const [name, value] of entries)
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value.bytes], { type: value.type }), value.name);
  const response = new Response(form);
  return { type: response.headers.get('content-type'), body: Buffer.from(await response.arrayBuffer()) };
}
