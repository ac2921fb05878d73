import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChangesShape, CommentShape, CommentsPageShape, ThreadShape } from '../../web/components/shapes.ts';
import { TranscriptClient } from '../../web/components/transcript-client.ts';
import { Person, until, World, type Json } from '../support/world.ts';
import { everyPage } from './harness/readers.ts';
import { saw } from './harness/report.ts';
import { BUILDING_MS, Dice, scaled, seed } from './harness/scale.ts';
import { Witness } from './harness/witness.ts';

let nodes: World[];
let people: Person[];
let olga: Person;
let slug: string;
beforeAll(async () => {
  const here = await World.open({ LOG_LEVEL: 'silent' });
  nodes = [here, await here.beside({ LOG_LEVEL: 'silent' })];
  olga = await here.person('olga').signsIn();
  ({ slug } = await here.conference(olga));
  await olga.calledIn(slug, 'Olga');
  people = await Promise.all(
    ['ada', 'ben', 'cleo'].map(async (name) => (await here.person(name).signsIn()).calledIn(slug, name)),
  );
}, BUILDING_MS);
afterAll(async () => {
  for (const node of nodes.toReversed()) await node.close();
});

const EVENTS = [
  'post',
  'post',
  'reply',
  'reply',
  'ask',
  'vote',
  'unvote',
  'edit',
  'withdraw',
  'withhold',
  'restore',
  'answer',
  'take',
  'decline',
  'merge',
  'kind',
  'rename',
  'retitle',
] as const;
const NEWS = ['frame', 'frame', 'frame', 'presence', 'sync', 'gap', 'forget'] as const;
const step = fc.record({
  event: fc.constantFrom(...EVENTS),
  by: fc.nat(2),
  on: fc.nat(30),
  also: fc.nat(30),
  news: fc.option(fc.constantFrom(...NEWS)),
});

/** One thread, everything that happened in it, and a client that hears of it badly. */
class Play {
  readonly comments: { id: string; by: Person }[] = [];
  readonly frames: ChangesShape[] = [];
  readonly witness = new Witness();
  readonly client: TranscriptClient;
  readonly faults: string[] = [];
  private cuts = 0;

  constructor(
    readonly threadId: string,
    private readonly dice: Dice,
    private readonly limit: number,
  ) {
    this.client = new TranscriptClient(
      {
        load: () =>
          this.badly(async (get) => {
            const pages = await everyPage(get, threadId, limit);
            for (const { items } of pages) this.witness.sawRows(items);
            return pages;
          }),
        changes: (after) =>
          this.badly(async (get) =>
            this.note((await get(`/threads/${threadId}/changes?after=${after}&limit=${limit}`)) as ChangesShape),
          ),
      },
      { changed: () => undefined, reloaded: () => undefined },
      async () => undefined,
    );
  }

  /** Asks one of the nodes; now and then the question or the answer is lost. */
  private async badly<T>(ask: (get: (url: string) => Promise<Json>) => Promise<T>): Promise<T> {
    const loses = (): void => {
      if (!this.dice.happens(0.15) || this.cuts > 60) return;
      this.cuts += 1;
      throw new Error('cut');
    };
    loses();
    const answer = await ask(async (url) => {
      const { status, body, text } = await this.at(people[0]!).get(url);
      if (status !== 200) this.faults.push(`${url}: ${status} ${text}`);
      return body;
    });
    loses();
    return answer;
  }

  /** Somebody at one of the nodes, or the other. */
  private at(person: Person): Person {
    return new Person(this.dice.one(nodes), person.email, person.token);
  }

  note(changes: ChangesShape): ChangesShape {
    this.witness.sawRows(changes.comments);
    return changes;
  }

  async happens({
    event,
    by,
    on,
    also,
  }: {
    event: (typeof EVENTS)[number];
    by: number;
    on: number;
    also: number;
  }): Promise<void> {
    const person = this.at(people[by]!);
    const moderator = this.at(olga);
    const [target, second] = [
      this.comments[on % (this.comments.length || 1)],
      this.comments[also % (this.comments.length || 1)],
    ];
    const words = `${event} ${this.comments.length} ${on} ${also} ${this.dice.next()}`;
    if (event === 'post') return this.says(person, 'comments', { body: words });
    if (event === 'ask') return this.says(person, 'questions', { body: words, anonymous: on % 2 === 0 });
    if (event === 'rename')
      return this.told(
        await person.patch(`/personas/${await this.personaOf(person)}`, { name: `Somebody ${on} ${also}` }),
      );
    if (event === 'retitle')
      return this.told(await moderator.patch(`/admin/threads/${this.threadId}`, { title: `A title ${on} ${also}` }));
    if (!target) return;
    const author = this.at(target.by);
    const acts = {
      reply: () => this.says(person, 'comments', { body: words, parentId: target.id }),
      vote: () => person.put(`/comments/${target.id}/vote`),
      unvote: () => person.delete(`/comments/${target.id}/vote`),
      edit: () => author.patch(`/comments/${target.id}`, { body: words }),
      withdraw: () => author.delete(`/comments/${target.id}`),
      withhold: () =>
        moderator.post(`/admin/comments/${target.id}/withhold`, { rule: 'topic', reason: 'For a while.' }),
      restore: () => moderator.post(`/admin/comments/${target.id}/restore`, { reason: 'Enough.' }),
      answer: () => moderator.post(`/questions/${target.id}/answers`, { body: words }),
      take: () => moderator.put(`/questions/${target.id}/status`, { status: also % 2 === 0 ? 'taken' : 'open' }),
      decline: () => moderator.put(`/questions/${target.id}/status`, { status: 'declined', reason: 'Not today.' }),
      merge: () => moderator.put(`/questions/${target.id}/status`, { status: 'merged', mergedInto: second!.id }),
      kind: () => author.put(`/comments/${target.id}/kind`, { kind: also % 2 === 0 ? 'question' : 'comment' }),
    };
    this.told(await acts[event]());
  }

  private async says(person: Person, what: 'comments' | 'questions', body: Json): Promise<void> {
    const answer = await person.post(`/threads/${this.threadId}/${what}`, body);
    this.told(answer);
    if (answer.status === 201) this.comments.push({ id: answer.body['id'] as string, by: person });
  }

  private async personaOf(person: Person): Promise<string> {
    return ((await person.get('/me')).body['personas'] as { id: string }[])[0]!.id;
  }

  /** Refusals are the forum's right; a fault is ours. */
  private told(answer: { status: number; text: string } | void): void {
    if (answer && answer.status >= 500) this.faults.push(`${answer.status} ${answer.text}`);
  }

  /** Hears news, which may be old, in disorder, or nothing. */
  async receives(news: (typeof NEWS)[number]): Promise<void> {
    const seq = (await this.at(olga).get(`/threads/${this.threadId}`)).body['seq'] as number;
    if (news === 'frame' && this.frames.length > 0) this.client.frame(structuredClone(this.dice.one(this.frames)));
    if (news === 'gap') {
      const after = Math.floor(this.dice.between(0, seq + 1));
      const path = `/threads/${this.threadId}/changes?after=${after}&limit=${this.limit}`;
      this.client.frame(this.note((await this.at(olga).get(path)).body as ChangesShape));
    }
    if (news === 'presence') this.client.presence(seq);
    if (news === 'sync') void this.client.sync();
    if (news === 'forget') {
      // A tab that comes back with a page some cache kept.
      const page = (await this.at(olga).get(`/threads/${this.threadId}/comments?limit=100`)).body as CommentsPageShape;
      this.witness.sawRows(page.items);
      this.client.merge(page.items);
    }
  }
}

describe(`the changes protocol (seed ${seed})`, () => {
  it('brings a client to the database, whatever happens in the thread, is cut, repeated, late or in disorder, at two nodes', async () => {
    let [plays, events] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 50 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        async (steps, limit, number) => {
          plays += 1;
          const made = await olga.post(`/admin/conferences/${slug}/threads`, {
            slug: `play-${plays}`,
            title: `Play ${plays}`,
          });
          const play = new Play(made.body['id'] as string, new Dice(`changes ${number}`), limit);
          const sockets = await Promise.all(
            nodes.map(async (node) => {
              const socket = await node.person('nobody').listens();
              socket.on('thread:changes', (frame: ChangesShape) => play.frames.push(play.note(frame)));
              await socket.emitWithAck('thread:join', { threadId: play.threadId });
              return socket;
            }),
          );
          const { body: page } = await people[0]!.get(`/threads/${play.threadId}/comments`);
          play.client.begin(
            page as CommentsPageShape,
            (await people[0]!.get(`/threads/${play.threadId}`)).body as ThreadShape,
          );
          for (const { news, ...event } of steps) {
            events += 1;
            await play.happens(event);
            if (news) await play.receives(news);
          }
          await until(
            'persona changes to be stamped',
            async () => (await nodes[0]!.query('select from persona_changes')).length === 0,
          );
          const [head] = await nodes[0]!.query<{ seq: number }>('select seq from thread_heads where thread_id = $1', [
            play.threadId,
          ]);
          await until('the client to be there', async () => {
            if (play.client.n < head!.seq) await play.client.sync();
            return play.client.n === head!.seq;
          });
          // Whatever is still on its way changes nothing any more.
          for (const frame of play.frames.toReversed()) play.client.frame(frame);
          for (const socket of sockets) socket.disconnect();
          const rows = await nodes[0]!.query<{ id: string }>(
            'select id from comments where thread_id = $1 and seq is not null',
            [play.threadId],
          );
          const there = await Promise.all(
            rows.map(async ({ id }) => (await people[0]!.get(`/comments/${id}`)).body as CommentShape),
          );
          const byId = (a: CommentShape, b: CommentShape): number => a.id.localeCompare(b.id);
          expect([...play.client.rows.values()].toSorted(byId)).toEqual(there.toSorted(byId));
          expect(play.client.thread?.seq).toBe(head!.seq);
          expect({ faults: play.faults, contradictions: play.witness.contradictions }).toEqual({
            faults: [],
            contradictions: [],
          });
        },
      ),
      { numRuns: scaled(8, 300), seed, endOnFailure: true },
    );
    saw(
      'protocol',
      `${plays} threads, ${events} events at two nodes: the client ended equal to the database each time`,
    );
  }, 1_200_000);
});
