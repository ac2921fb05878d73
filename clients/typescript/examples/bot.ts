// Answers `!slides` in the discussion of a talk with what the programme links to.
//   FORUM=https://forum.example TOKEN=atk_… THREAD=… node bot.ts
// It stores nothing: the key of an answer names the comment it answers, so that a bot that is started again, or twice,
// answers each comment once.
import { AftertalkClient, Problem, type Comment } from '@aftertalk/client';

const { FORUM: url = 'http://localhost:3000', TOKEN: token = '', THREAD: id = '' } = process.env;
const forum = new AftertalkClient({ url, token });
const answered = new Set<string>();
let queue = Promise.resolve();

async function linksOf(talkId: string): Promise<string> {
  const { attachments, links } = await forum.get('/talks/{id}', { params: { path: { id: talkId } } });
  const found = [...attachments, ...links].map(({ title, url: to }) => `[${title}](${to})`);
  return found.join(', ') || 'the programme has none yet';
}

async function answer({ id: parentId, seq }: Comment, talkId: string): Promise<void> {
  // With its number, because the forum takes the same text only once in a while.
  const body = `For number ${seq}: ${await linksOf(talkId)}.`;
  await forum.post('/threads/{id}/comments', { params: { path: { id } }, body: { body, parentId }, key: parentId });
}

/** Refused, for instance, when the comment was withdrawn meanwhile, or answered before the programme changed. */
function report(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
}

export const followed = await forum.followThread(id, {
  onChange: ({ comments, thread: { talkId } }) => {
    for (const comment of comments) {
      if (!talkId || answered.has(comment.id) || !comment.html.includes('!slides')) continue;
      answered.add(comment.id);
      queue = queue.then(() => answer(comment, talkId)).catch(report);
    }
  },
});
