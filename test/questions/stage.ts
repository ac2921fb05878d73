import type { Json, Person, World } from '../support/world.ts';

/** A talk that began ten minutes ago, in a conference that is going on, and its thread. */
export async function talkOf(
  world: World,
  organizer: Person,
  settings: Json = { screening: 'none' },
): Promise<{ slug: string; talkId: string; threadId: string }> {
  const { slug } = await world.conference(organizer, { settings });
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const talk = await organizer.post(`/admin/conferences/${slug}/talks`, {
    slug: 'on-leaving',
    title: 'On leaving',
    startsAt,
    durationMinutes: 30,
  });
  if (talk.status !== 201) throw new Error(`the talk was refused: ${talk.text}`);
  return { slug, talkId: talk.body['id'] as string, threadId: talk.body['threadId'] as string };
}

/** Makes somebody a speaker of a talk (or a moderator), by the link an organizer sends, under a face of that name. */
export async function becomes(
  person: Person,
  organizer: Person,
  { slug, talkId, role = 'speaker' }: { slug: string; talkId?: string; role?: string },
  name: string,
  label?: string,
): Promise<Person> {
  const { body } = await organizer.post(`/admin/conferences/${slug}/invitations`, {
    role,
    ...(role === 'speaker' ? { talkId } : {}),
    ...(label === undefined ? {} : { name: label }),
  });
  const claimed = await person.post('/claims', { token: (body['url'] as string).split('#')[1] });
  if (claimed.status >= 300) throw new Error(`the invitation was refused: ${claimed.text}`);
  return person.calledIn(slug, name);
}

export async function asks(person: Person, threadId: string, body: string, extra: Json = {}): Promise<Json> {
  const answer = await person.post(`/threads/${threadId}/questions`, { body, ...extra });
  if (answer.status !== 201) throw new Error(`a question was refused: ${answer.text}`);
  return answer.body;
}

/** Settles a question; answers what the server said. */
export const settles = (person: Person, question: Json, status: string, extra: Json = {}) =>
  person.put(`/questions/${question['id'] as string}/status`, { status, ...extra });
