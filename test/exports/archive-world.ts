import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { until, type Person, type World } from '../support/world.ts';

export interface DiscussedConference {
  slug: string;
  threadId: string;
  talkId: string;
  olga: Person;
  ada: Person;
  grace: Person;
  gone: string[];
}

/** A conference in which everything has happened that an archive must hold, or must not. */
export async function discussed(world: World): Promise<DiscussedConference> {
  const olga = await world.person('olga').signsIn();
  const place = await talkOf(world, olga);
  const edited = await olga.patch(`/admin/talks/${place.talkId}`, {
    licence: 'CC-BY 4.0',
    doNotRecord: true,
    links: [{ title: 'Slides', url: 'https://talks.example/slides', kind: '' }],
  });
  if (edited.status !== 200) throw new Error(`the talk was refused: ${edited.text}`);
  const grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace <Hopper>');
  const ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada & Co');
  const said = await ada.says(
    place.threadId,
    'The *silence* was the best part. <script>alert(1)</script> & "more"\n\n> quoted\n\n- a list\n- of `code`',
  );
  await grace.says(place.threadId, 'Was it?', { parentId: said['id'] });
  await ada.says(place.threadId, 'Yes: https://talks.example/a?b=c&d', { parentId: said['id'] });
  const reworded = await ada.says(place.threadId, 'Frist words.');
  await ada.patch(`/comments/${reworded['id'] as string}`, { body: 'First words.' });
  const question = await asks(ada, place.threadId, 'What did you miss in those months?');
  const answer = (
    await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Long mornings, **mostly**.' })
  ).body;
  const twin = await asks(grace, place.threadId, 'What was it that you missed?');
  await grace.put(`/questions/${twin['id'] as string}/status`, { status: 'merged', mergedInto: question['id'] });
  await asks(ada, place.threadId, 'An anonymous question?', { anonymous: true });
  await grace.put(`/comments/${said['id'] as string}/vote`);
  const withdrawn = await ada.says(place.threadId, 'Words withdrawn by their author.');
  await grace.says(place.threadId, 'An answer to what is gone.', { parentId: withdrawn['id'] });
  await ada.delete(`/comments/${withdrawn['id'] as string}`);
  const withheld = await ada.says(place.threadId, 'Words withheld by a moderator.');
  await olga.post(`/admin/comments/${withheld['id'] as string}/withhold`, { rule: 'topic', reason: 'Not about this.' });
  await grace.put(`/threads/${place.threadId}/recap`, {
    markdown: 'What stays:\n\n[2]\n\nand',
    items: [said['id'], answer['id'], withheld['id']],
    published: true,
  });
  const { id: personaId } = ((await ada.get('/me')).body['personas'] as { id: string }[])[0]!;
  await ada.patch(`/personas/${personaId}`, { tagline: 'from the third row', biography: 'I *take notes*.' });
  const own = await ada.post(`/conferences/${place.slug}/recaps`, {
    title: 'Half a morning',
    markdown: `What I took home.\n\n[1]\n\n/c/${place.slug}/t/on-leaving`,
    items: [said['id']],
    published: true,
  });
  if (own.status !== 201) throw new Error(`the recap was refused: ${own.text}`);
  await grace.says(own.body['threadId'] as string, 'So did I.');
  const hidden = await ada.post(`/conferences/${place.slug}/recaps`, {
    title: 'Title of a hidden recap',
    markdown: 'Words of a hidden recap.',
    published: true,
  });
  await grace.says(hidden.body['threadId'] as string, 'Said under a hidden recap.');
  await olga.post(`/admin/recaps/${hidden.body['id'] as string}/withhold`, {
    rule: 'topic',
    reason: 'Not about this.',
  });
  await olga.put(`/conferences/${place.slug}/recap`, {
    markdown: 'All of it.',
    items: [question['id']],
    published: true,
  });
  // The tagline comes under her words a moment later, which is an event of their threads.
  await until(
    'the changed persona is under her words',
    async () => (await world.query('select at from persona_changes where at <= $1', [world.clock.now()])).length === 0,
  );
  return {
    ...place,
    olga,
    ada,
    grace,
    gone: [
      'Words withdrawn by their author',
      'Words withheld by a moderator',
      'Title of a hidden recap',
      'itle-of-a-hidden-recap',
      'Words of a hidden recap',
      'Said under a hidden recap',
    ],
  };
}

export const emptyFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'aftertalk-archive-'));

/** Every file of a folder, as text. */
export async function textsIn(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(dir, file), await readFile(file, 'utf8')] as const)),
  );
}

/**
 * A page without what differs between two servers that show the same: their address, and who stands behind a gap, whom
 * an archive does not name.
 */
export const pageOf = async (world: World, url: string, locale = 'en'): Promise<string> => {
  const response = await fetch(world.base + url, { headers: { accept: 'text/html', 'accept-language': locale } });
  const text = (await response.text())
    .replaceAll(/http:\/\/localhost:\d+/g, 'http://here')
    .replaceAll(/"author":\{[^}]*\},(?="html":"","state":"with)/g, '"author":null,');
  return `${response.status} ${text}`;
};
