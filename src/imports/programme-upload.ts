import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, malformedBody } from '../kernel/common.problems.ts';
import { line } from './parsing/loose.ts';
import { normaliseText } from '../kernel/text.ts';
import { isMultipart, LargeBodies } from '../platform/http/large-bodies.ts';

/** What an organizer decides about the whole file, before it is sent again. */
export interface ImportDecisions {
  /** A file that seems to be another conference's goes into this one. */
  conference?: 'this';
}

export interface ProgrammeUpload {
  file: unknown;
  /** As the form names it, without addresses; empty without a form. */
  fileName: string;
  decisions: ImportDecisions;
}

/** Longest name of a file that is kept, in characters. */
const FILE_NAME = 120;
const DECIDE = 'Send {"conference": "this"} to import a file of another conference into this one, or leave it out.';

/** Reads the body of an import: the file itself, or a form (RFC 7578) with the parts `file` and `decisions`. */
@Injectable()
export class ProgrammeUploads {
  constructor(private readonly largeBodies: LargeBodies) {}

  /** Throws `body-malformed`, `invalid-request`. */
  async read(request: FastifyRequest): Promise<ProgrammeUpload> {
    if (!isMultipart(request)) return { file: request.body, fileName: '', decisions: {} };
    const body = this.largeBodies.fileOf(request);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body ?? []), { headers }).formData().catch(() => {
      throw malformedBody();
    });
    const file = form.get('file');
    if (file === null || typeof file === 'string')
      throw invalidRequest([{ pointer: '#/file', detail: 'Choose the file of the programme.' }]);
    const decisions = form.get('decisions');
    return {
      file: Buffer.from(await file.arrayBuffer()),
      fileName: shownFileName(file.name),
      decisions: typeof decisions === 'string' ? decisionsIn(decisions) : {},
    };
  }
}

/** The name of an uploaded file as it is stored and shown: its last part, without addresses. */
export const shownFileName = (name: string): string => normaliseText(line(name.split(/[\\/]/).at(-1), FILE_NAME));

/** Throws `invalid-request`. */
function decisionsIn(written: string): ImportDecisions {
  const refused = invalidRequest([{ pointer: '#/decisions', detail: DECIDE }]);
  let found: unknown;
  try {
    found = JSON.parse(written);
  } catch {
    throw refused;
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw refused;
  const isKnown = Object.entries(found).every(([name, value]) => name === 'conference' && value === 'this');
  if (!isKnown) throw refused;
  return found;
}
