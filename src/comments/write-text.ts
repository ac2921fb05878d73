import { writeMarkdown, type WrittenText } from '../platform/markup/markdown.ts';

/** What is kept of a text: the words as typed (normalised, addresses masked) and their safe HTML, rendered once. */
export const writeText = (body: string): WrittenText => writeMarkdown(body);
