/** The words of safe HTML, for places that hold none; at most so many characters. */
export function plain(html: string, atMost = 80): string {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/&lt;|&#x3c;/gi, '<').replace(/&gt;|&#x3e;/gi, '>').replace(/&quot;|&#x22;/g, '"').replace(/&#39;|&#x27;/g, '\'').replace(/&amp;|&#x26;/g, '&').replace(/\s+/g, ' ').trim();
  return text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text;
}
