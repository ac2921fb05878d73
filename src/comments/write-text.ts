import { invalidRequest } from '../kernel/common.problems.ts';
import { wordsOfHtml } from '../kernel/html-words.ts';
import { isSeen } from '../kernel/text.ts';
import { writeMarkdown, type WrittenText } from '../platform/markup/markdown.ts';

/**
 * What is kept of a text: the words as typed (normalised, addresses masked) and their safe HTML, rendered once. Throws
 * invalid-request for a text of which nothing is seen: entities of unseen signs, empty emphasis, an unused reference.
 */
export function writeText(body: string): WrittenText {
  const written = writeMarkdown(body);
  if (!isSeen(wordsOfHtml(written.html)))
    throw invalidRequest([{ pointer: '#/body', detail: 'Write something that can be seen.' }]);
  return written;
}
