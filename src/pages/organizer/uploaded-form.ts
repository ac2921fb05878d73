import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { malformedBody } from '../../kernel/common.problems.ts';
import { formParts, textOfPart } from '../../platform/http/form-parts.ts';
import { LargeBodies } from '../../platform/http/large-bodies.ts';
import { shownFileName } from '../../imports/programme-upload.ts';
import type { FormFields } from '../forms.ts';

/** The texts and the files of a form, by the names of their fields. A field that was left empty has no file. */
export interface UploadedForm {
  fields: FormFields;
  files: Readonly<Record<string, Buffer>>;
  /** The names of the files, without addresses. */
  fileNames: Readonly<Record<string, string>>;
}

/** Reads forms with files, as browsers send them (RFC 7578). */
@Injectable()
export class UploadedForms {
  constructor(private readonly largeBodies: LargeBodies) {}

  /** Also a form that was sent without files. Throws `body-malformed`. */
  read(request: FastifyRequest): UploadedForm {
    const body = this.largeBodies.fileOf(request);
    if (body === null) return { fields: (request.body ?? {}) as FormFields, files: {}, fileNames: {} };
    const parts = formParts(body, request.headers['content-type'] ?? '');
    if (parts === null) throw malformedBody();
    const texts = parts.filter(({ fileName }) => fileName === null);
    const files = parts.filter(({ fileName, bytes }) => fileName !== null && bytes.length > 0);
    return {
      fields: Object.fromEntries(texts.map((part) => [part.name, textOfPart(part)])),
      files: Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
      fileNames: Object.fromEntries(files.map(({ name, fileName }) => [name, shownFileName(fileName!)])),
    };
  }
}
