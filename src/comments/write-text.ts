import { invalidRequest } from '../kernel/common.problems.ts';
import { wordsOfHtml } from '../kernel/html-words.ts';
import { isSeen } from '../kernel/visible-text.ts';
import { writeMarkdown, type WrittenText } from '../platform/markup/markdown.ts';

/**
 * The stored forms of a text: as typed (normalised, masked), and its safe HTML. Throws `invalid-request` for a text
 * that shows nothing: entities of invisible signs, empty emphasis, an unused reference.
 */
export function writeText(body: string): WrittenText {
  const written = writeMarkdown(body);
  if (!isSeen(wordsOfHtml(written.html)))
    throw invalidRequest([{ pointer: '#/body', detail: 'Write something that can be seen.' }]);
  return written;
}
