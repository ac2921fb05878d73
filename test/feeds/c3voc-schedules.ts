import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { event } from '../imports/programmes.ts';
import type { Json } from '../support/world.ts';

/** The schemas of c3voc; README.md beside them says where they come from. */
export const SCHEMAS = path.resolve('test/feeds/c3voc');

/** The faults of a schedule.json by the schema of c3voc; empty for a valid one. */
export async function faultsOfScheduleJson(text: string): Promise<string[]> {
  const schema = JSON.parse(await readFile(path.join(SCHEMAS, 'schedule.schema.json'), 'utf8')) as Json;
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addMetaSchema(draft06);
  (addFormats as unknown as (validator: Ajv) => void)(ajv);
  ajv.addFormat('color', true);
  const validate = ajv.compile(schema);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).slice(0, 20).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/** Everything these formats are narrow about. */
export const ODD_EVENTS = [
  event({ guid: 'no uuid', code: 'ab-1', slug: 'a', url: 'https://example.org/a' }),
  event({
    guid: '0b6b5b0e-6f7a-4d6f-9b57-0d3a7d1a7c11',
    code: 'ABC123',
    title: 'Two <times> & "links"',
    date: '2026-05-02T11:00:00+02:00',
    start: '11:00',
    track: 'A & B',
    links: [
      { title: 'Où ça ?', url: 'https://example.org/où?a=b&c=<d>' },
      { title: 'mail', url: 'mailto:somebody@example.org' },
    ],
    attachments: [{ title: 'Slides', url: 'https://example.org/slides.pdf' }],
    do_not_record: true,
    recording_license: 'CC BY 4.0',
  }),
  event({
    guid: '0b6b5b0e-6f7a-4d6f-9b57-0d3a7d1a7c11',
    code: 'ABC123',
    title: 'Two <times> & "links"',
    date: '2026-05-02T15:00:00+02:00',
    start: '15:00',
  }),
  event({ guid: 'long', title: 'A whole week', duration: '120:00', date: '2026-05-02T01:00:00+02:00', start: '01:00' }),
];
