/** Decodes the encoded words of a subject (RFC 2047) in character sets that Node knows; others stay as they are. */
export const decodedSubject = (subject: string): string =>
  subject
    .slice(0, 2_000)
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(
      /=\?([\w-]{1,40})\?([bq])\?([^?\s]*)\?=/gi,
      (word: string, charset: string, way: string, coded: string) => {
        const bytes =
          way.toLowerCase() === 'b'
            ? Buffer.from(coded, 'base64')
            : Buffer.from(
                coded
                  .replaceAll('_', ' ')
                  .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
                'latin1',
              );
        try {
          return new TextDecoder(charset).decode(bytes);
        } catch {
          return word;
        }
      },
    );
