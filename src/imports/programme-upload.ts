import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, malformedBody } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { line } from './parsing/loose.ts';
import { COLUMN_KINDS, type ColumnKind } from './parsing/sheets/column-kinds.ts';
import { headingKey, type SheetAnswers } from './parsing/sheets/sheet-answers.ts';
import { normaliseText } from '../kernel/text.ts';
import { formParts, textOfPart } from '../platform/http/form-parts.ts';
import { isMultipart, LargeBodies } from '../platform/http/large-bodies.ts';

export { COLUMN_KINDS };

/** The organizer's decisions about the whole file, before it is sent again. */
export interface ImportDecisions {
  /** A file that seems to be another conference's goes into this one. */
  conference?: 'this';
  /** Answers to questions of an import, by their ids. */
  answers?: Readonly<Record<string, string>>;
  /** The content of a sheet's columns, by their headings, folded; null for nothing that is read. */
  columns?: SheetAnswers['columns'];
}

export interface ProgrammeUpload {
  file: unknown;
  /** As the form names it, without addresses; empty without a form. */
  fileName: string;
  decisions: ImportDecisions;
}

/** Longest name of a file that is kept, in characters. */
const FILE_NAME = 120;
const DECIDE =
  'Send {"conference": "this"} to import a file of another conference into this one, and answers by the ids of their ' +
  'questions, or leave it out.';
const MAP = 'Name for each heading one of the kinds of columns in the API document, or "none".';
/** Most headings of a mapping, and answers to questions. */
const MAPPED = 100;
const ANSWERED = 500;

/** Reads the body of an import: the file itself, or a form (RFC 7578) with the parts `file`, `decisions` and
 * `mapping`. */
@Injectable()
export class ProgrammeUploads {
  constructor(private readonly largeBodies: LargeBodies) {}

  /** Throws `body-malformed`, `invalid-request`. */
  read(request: FastifyRequest): ProgrammeUpload {
    if (!isMultipart(request)) return { file: request.body, fileName: '', decisions: {} };
    const body = this.largeBodies.fileOf(request) ?? Buffer.alloc(0);
    const parts = formParts(body, request.headers['content-type'] ?? '');
    if (parts === null) throw malformedBody();
    const file = parts.find(({ name }) => name === 'file');
    if (!file || file.fileName === null)
      throw invalidRequest([{ pointer: '#/file', detail: 'Choose the file of the programme.' }]);
    const textNamed = (wanted: string): string | null => {
      const part = parts.find(({ name }) => name === wanted);
      return part && part.fileName === null ? textOfPart(part) : null;
    };
    const [decisions, mapping] = [textNamed('decisions'), textNamed('mapping')];
    return {
      file: file.bytes,
      fileName: shownFileName(file.fileName),
      decisions: {
        ...(decisions === null ? {} : decisionsIn(decisions)),
        ...(mapping === null ? {} : { columns: mappingIn(mapping) }),
      },
    };
  }
}

/** The name of an uploaded file as it is stored and shown: its last part, without addresses. */
export const shownFileName = (name: string): string => normaliseText(line(name.split(/[\\/]/).at(-1), FILE_NAME));

/** Throws `invalid-request`. */
function decisionsIn(written: string): ImportDecisions {
  const { conference, ...answers } = objectIn(written, '#/decisions', DECIDE);
  const entries = Object.entries(answers);
  const isKnown = conference === undefined || conference === 'this';
  if (!isKnown || entries.length > ANSWERED || !entries.every(([id, value]) => isUuid(id) && typeof value === 'string'))
    throw invalidRequest([{ pointer: '#/decisions', detail: DECIDE }]);
  return {
    ...(conference === 'this' ? { conference } : {}),
    ...(entries.length === 0 ? {} : { answers: answers as Record<string, string> }),
  };
}

/** Reads the content of columns, by their headings as they are remembered. Throws `invalid-request`. */
export function mappingOf(given: Readonly<Record<string, unknown>>): SheetAnswers['columns'] {
  const entries = Object.entries(given);
  const kinds: readonly unknown[] = [...COLUMN_KINDS, 'none'];
  const wrong = entries.find(([, kind]) => !kinds.includes(kind));
  if (wrong || entries.length > MAPPED)
    throw invalidRequest([{ pointer: wrong ? `#/mapping/${wrong[0]}` : '#/mapping', detail: MAP }]);
  return Object.fromEntries(
    entries.map(([heading, kind]) => [headingKey(heading), kind === 'none' ? null : (kind as ColumnKind)]),
  );
}

const mappingIn = (written: string): SheetAnswers['columns'] => mappingOf(objectIn(written, '#/mapping', MAP));

/** A JSON object. Throws `invalid-request`. */
function objectIn(written: string, pointer: string, detail: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(written);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch {
    // Refused below, like anything else that is no object.
  }
  throw invalidRequest([{ pointer, detail }]);
}
