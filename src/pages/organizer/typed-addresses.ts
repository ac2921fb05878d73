import { foldName } from '../../kernel/fold-name.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import type { InputError } from '../../kernel/problem.ts';

/** A line of a form of addresses. */
interface TypedLine {
  /** The number of the line, from 1. */
  line: number;
  name: string;
  email: string;
}

/**
 * The addresses of speakers in a typed text: on each line a name and an address, apart by a comma, a semicolon, a tab
 * or `< >`. Lines without an address are left out. Throws `invalid-request`, which names each line and quotes no
 * address.
 */
export function addressesIn(
  text: string,
  speakers: readonly { id: string; name: string }[],
): { speakerId: string; email: string }[] {
  const named = new Map<string, string[]>();
  for (const { id, name } of speakers) named.set(foldName(name), [...(named.get(foldName(name)) ?? []), id]);
  const errors: InputError[] = [];
  const found = text.split(/\r?\n/).flatMap((line, i) => {
    const typed = lineOf(line, i + 1);
    if (typed === null) return [];
    const [speakerId, ...more] = named.get(foldName(typed.name)) ?? [];
    if (speakerId !== undefined && more.length === 0) return [{ speakerId, email: typed.email }];
    errors.push({
      pointer: '#/addresses',
      detail:
        speakerId === undefined
          ? `Line ${typed.line} names no speaker of the programme.`
          : `Line ${typed.line} names several speakers. Invite each of them to a talk, on the page of the team.`,
    });
    return [];
  });
  if (errors.length > 0) throw invalidRequest(errors);
  if (found.length === 0) throw invalidRequest([{ pointer: '#/addresses', detail: 'Add an address to a line.' }]);
  return found;
}

function lineOf(text: string, line: number): TypedLine | null {
  const email = text.split(/[<>,;"\s]+/).find((word) => word.includes('@'));
  if (email === undefined) return null;
  const name = text
    .replace(email, ' ')
    .replace(/[,;<>"\t]+/g, ' ')
    .trim();
  return { line, name, email };
}

/** An address of a text of addresses, as people copy it from a mail program; empty in a line without any. */
export interface PastedAddress {
  /** The number of the line, from 1. */
  line: number;
  email: string;
}

/**
 * The addresses of a typed text, several on a line or one, with a name before it or without: `Ada <ada@mail.example>;
 * max@mail.example`. A part without an address is one as well, so that its line can be named.
 */
export const pastedAddresses = (text: string): PastedAddress[] =>
  text.split(/\r?\n/).flatMap((typed, i) =>
    partsOf(typed).map((part) => ({
      line: i + 1,
      email: part.split(/[<>\s]+/).find((word) => word.includes('@')) ?? '',
    })),
  );

/** Parts between commas and semicolons; the name before an address in angle brackets may have a comma itself. */
const partsOf = (line: string): string[] =>
  line
    .replace(/"[^"]*"/g, ' ')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .filter((part, i, parts) => part.includes('@') || !(parts[i + 1] ?? '').includes('<'));
