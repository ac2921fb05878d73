import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { malformedBody } from '../../kernel/common.problems.ts';
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
  async read(request: FastifyRequest): Promise<UploadedForm> {
    const body = this.largeBodies.fileOf(request);
    if (body === null) return { fields: (request.body ?? {}) as FormFields, files: {}, fileNames: {} };
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
      throw malformedBody();
    });
    const fields: FormFields = {};
    const files: Record<string, Buffer> = {};
    const fileNames: Record<string, string> = {};
    for (const [name, value] of form)
      if (typeof value === 'string') fields[name] = value;
      else if (value.size > 0) {
        files[name] = Buffer.from(await value.arrayBuffer());
        fileNames[name] = shownFileName(value.name);
      }
    return { fields, files, fileNames };
  }
}
