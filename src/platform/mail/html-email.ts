/** Whose e-mail it is: a name, in a colour (`#rrggbb`) that is readable on white. */
export interface EmailBrand {
  name: string;
  colour: string;
}

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif';

/**
 * A text as HTML for mail programs: one column of at most 600 pixels below the name, its addresses as links, nothing
 * that is loaded from elsewhere. It says what the plain text says.
 */
export function htmlEmail(text: string, { name, colour }: EmailBrand): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 16px">${linked(paragraph, colour)}</p>`);
  return (
    '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>' +
    `<body style="margin:0;padding:16px;background:#f7f6f2;color:#1b1f24;${FONT};font-size:16px;line-height:1.5">` +
    '<div style="max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #e1dfd7;border-radius:10px">' +
    `<p style="margin:0;padding:16px 24px;border-bottom:1px solid #e1dfd7;color:${colour};font-size:18px;` +
    `font-weight:700">${escaped(name)}</p><div style="padding:24px 24px 8px">` +
    `${paragraphs.join('')}</div></div></body></html>`
  );
}

/** Web addresses as links, all else escaped, with its line ends. */
const linked = (paragraph: string, colour: string): string =>
  paragraph
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) =>
      i % 2 === 1
        ? `<a href="${escaped(part)}" style="color:${colour};overflow-wrap:anywhere">${escaped(part)}</a>`
        : escaped(part).replaceAll('\n', '<br>'),
    )
    .join('');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
