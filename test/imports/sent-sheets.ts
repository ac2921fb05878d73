import type { Answer, Json, Person } from '../support/world.ts';

export type SheetFields = Record<string, string | object>;

/** Sends a sheet as a form, with what an organizer decides; to the API, or to a page. Null for no file. */
export async function sendsSheet(
  organizer: Person,
  path: string,
  file: string | null,
  fields: SheetFields,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  // A browser sends a field without a file as an empty one without a name.
  form.set('file', new Blob([file ?? ''], { type: 'text/csv' }), file === null ? '' : 'programme.csv');
  const headers = {
    authorization: `Bearer ${organizer.token!}`,
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  };
  const answer = await fetch(`${organizer.world.base}${path}`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(text) as Json) : {}, text };
}

/** The field that opens the file again that waits for an answer. */
export const keptIn = (text: string): string | undefined => /name="kept" value="([^"]+)"/.exec(text)?.[1];
