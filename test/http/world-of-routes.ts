import { asks, becomes, talkOf } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';

/** A forum that has one of everything, and its ids by the parameter or the word before it. */
export interface RoutesWorld {
  world: World;
  olga: Person;
  ada: Person;
  grace: Person;
  place: { slug: string; threadId: string; talkId: string };
  said: Json;
  question: Json;
  things: Record<string, string>;
}

export async function worldOfRoutes(settings: Record<string, string> = {}): Promise<RoutesWorld> {
  const world = await World.open({ SECURITY_CONTACT: 'mailto:security@mail.example', STYLE_PAGE: 'on', ...settings });
  const olga = await world.person('olga').signsIn();
  const place = await talkOf(world, olga);
  const grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  const ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  const said = await ada.says(place.threadId, `First words. ${'And many more of them. '.repeat(60)}`);
  world.advance({ minutes: 1 });
  const question = await asks(ada, place.threadId, 'What did you miss?');
  const [persona] = (await ada.get('/me')).body['personas'] as Json[];
  await ada.patch(`/personas/${persona!['id'] as string}`, { showsComments: true });
  const things = {
    '*': said['id'] as string,
    conference: place.slug,
    conferences: place.slug,
    thread: 'on-leaving',
    threads: place.threadId,
    threadId: place.threadId,
    talks: place.talkId,
    questions: question['id'] as string,
    q: question['id'] as string,
    personas: persona!['id'] as string,
    authors: persona!['slug'] as string,
    by: persona!['slug'] as string,
    avatars: `${persona!['id'] as string}.svg`,
    slug: 'not-found',
  };
  return { world, olga, ada, grace, place, said, question, things };
}
