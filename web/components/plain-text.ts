/** The words of safe HTML for places without markup; at most `atMost` characters. */
export function plainText(html: string, atMost = 80): string {
  const text = withoutTags(html)
    .replace(/&lt;|&#x3c;/gi, '<')
    .replace(/&gt;|&#x3e;/gi, '>')
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;|&#x26;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text;
}

/**
 * Replaces each tag by a space. Respects quoted attributes, in which a regular expression would end a tag at any
 * closing sign.
 */
export function withoutTags(html: string): string {
  let text = '';
  let quote = '';
  let isTag = false;
  for (const sign of html) {
    if (!isTag && sign === '<') [isTag, text] = [true, `${text} `];
    else if (!isTag) text += sign;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') isTag = false;
  }
  return text;
}
