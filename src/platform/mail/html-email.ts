import type { EmailAction, EmailBrand } from './email.ts';

/** The texts of an e-mail as its layout shows them. */
export interface HtmlEmailInput {
  locale: string;
  subject: string;
  text: string;
  footer?: string;
  action?: EmailAction;
  brand: EmailBrand;
  /** The line above which a reply is written. */
  marker?: string;
}

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/** Colours of mail programs in light mode; those of dark mode are in DARK, and win where a program knows it. */
const LIGHT = { page: '#f7f6f2', sheet: '#ffffff', line: '#e1dfd7', ink: '#1b1f24', quiet: '#5a636c', box: '#efede6' };

/** Text of at most 600 pixels is read without turning a phone or the head. */
const WIDTH = 600;

/**
 * An e-mail for mail programs: one column of at most 600 pixels below the name, that reads in light and dark mode and
 * loads nothing from elsewhere. It says what the plain text says, in its order.
 */
export function htmlEmail({ locale, subject, text, footer, action, brand, marker }: HtmlEmailInput): string {
  const link = brand.light.accent;
  const body = paragraphsOf(text).map((paragraph) => drawn(paragraph, brand, action));
  const foot = paragraphsOf(footer ?? '').map(
    (paragraph) => `<p style="margin:0 0 8px">${namedLink(paragraph, link) ?? linked(paragraph, link)}</p>`,
  );
  return [
    `<!doctype html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(subject)}</title><style>${darkStyles(brand)}</style></head>`,
    `<body class="page" style="margin:0;padding:0;background:${LIGHT.page};color:${LIGHT.ink};${FONT};`,
    'font-size:16px;line-height:1.5">',
    marker === undefined
      ? ''
      : `<p class="quiet" style="margin:0;padding:8px 12px;${SMALL};font-size:12px">${escaped(marker)}</p>`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>',
    '<td align="center" style="padding:16px 8px">',
    `<table role="presentation" class="sheet" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0" `,
    `style="width:100%;max-width:${WIDTH}px;background:${LIGHT.sheet};border:1px solid ${LIGHT.line};`,
    `border-radius:10px;border-collapse:separate;text-align:start;${FONT};font-size:16px;line-height:1.5">`,
    `<tr><td class="rule" style="padding:16px 20px;border-bottom:1px solid ${LIGHT.line}">`,
    `<p class="brand" style="margin:0;color:${link};font-size:18px;font-weight:700">${escaped(brand.name)}</p>`,
    '</td></tr>',
    `<tr><td style="padding:20px 20px 4px;overflow-wrap:anywhere">${body.join('')}</td></tr>`,
    foot.length === 0
      ? ''
      : `<tr><td class="rule quiet" style="padding:12px 20px 8px;border-top:1px solid ${LIGHT.line};${SMALL};` +
        `overflow-wrap:anywhere">${foot.join('')}</td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('');
}

const SMALL = `color:${LIGHT.quiet};font-size:13px;line-height:1.5`;

const darkStyles = ({ dark }: EmailBrand): string =>
  ':root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){' +
  '.page{background:#14171a!important;color:#e9e7e1!important}' +
  '.sheet{background:#1c2024!important;border-color:#333a41!important;color:#e9e7e1!important}' +
  '.rule{border-color:#333a41!important}.quiet{color:#98a1aa!important}' +
  '.box{background:#101316!important;color:#e9e7e1!important}' +
  `.brand,.link{color:${dark.accent}!important}` +
  `.button{background:${dark.accent}!important;color:${dark.ink}!important}}`;

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '');

function drawn(paragraph: string, brand: EmailBrand, action: EmailAction | undefined): string {
  if (action && paragraph === action.url) return button(action, brand);
  if (paragraph.startsWith('    ')) return box(paragraph);
  if (paragraph.startsWith('> ')) return quotation(paragraph);
  const colour = brand.light.accent;
  return `<p style="margin:0 0 16px">${namedLink(paragraph, colour) ?? linked(paragraph, colour)}</p>`;
}

/** A link as large as a thumb. */
const button = ({ label, url }: EmailAction, { light }: EmailBrand): string =>
  `<p style="margin:8px 0 24px"><a class="button" href="${escaped(url)}" style="display:inline-block;` +
  `padding:12px 20px;background:${light.accent};color:${light.ink};border-radius:8px;font-weight:600;` +
  'text-decoration:none">' +
  `${escaped(label)}</a></p>`;

/** A code, large enough to be typed elsewhere, with the lines below it in small print. */
function box(paragraph: string): string {
  const [first = '', ...others] = paragraph.split('\n').map((line) => line.trim());
  const below = others.map(
    (line) => `<span style="display:block;font-size:13px;font-weight:400;line-height:1.4">${escaped(line)}</span>`,
  );
  return (
    `<p class="box" style="margin:0 0 16px;padding:12px 16px;background:${LIGHT.box};border-radius:8px;font-size:` +
    `${first.length > 24 ? 14 : 22}px;font-weight:700;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,` +
    `monospace;overflow-wrap:anywhere">${escaped(first)}${below.join('')}</p>`
  );
}

/** A text of another person, as texts quote it; its addresses are no links, because their author is not the sender. */
function quotation(paragraph: string): string {
  const lines = escaped(paragraph.replaceAll(/^> ?/gm, '')).replaceAll('\n', '<br>');
  return (
    `<blockquote class="quiet rule" style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid ${LIGHT.line};` +
    `color:${LIGHT.quiet};overflow-wrap:anywhere">${lines}</blockquote>`
  );
}

/** Lines with an address below them: the first becomes the link. Null for any other paragraph. */
function namedLink(paragraph: string, colour: string): string | null {
  const [, name, more = '', url] = /^([^\n]+)((?:\n[^\n]+)*)\n(https?:\/\/[^\s<>"]+)$/.exec(paragraph) ?? [];
  if (name === undefined || url === undefined || /https?:\/\//.test(name + more)) return null;
  return anchor(url, name, colour) + proseOf(more);
}

/** Web addresses as links, all else escaped, with its line ends. */
const linked = (paragraph: string, colour: string): string =>
  paragraph
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 1 ? anchor(part, part, colour) : proseOf(part)))
    .join('');

const anchor = (url: string, name: string, colour: string): string =>
  `<a class="link" href="${escaped(url)}" style="color:${colour};overflow-wrap:anywhere">${escaped(name)}</a>`;

/** With its line ends, and no line that ends within the word e-mail, as it would on narrow screens. */
const proseOf = (text: string): string =>
  escaped(text)
    .replaceAll('\n', '<br>')
    .replaceAll(/\be-mails?\b/g, '<span style="white-space:nowrap">$&</span>');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
