import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFullForm } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { asks, settles, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let people: Person[];
let threadId: string;
let asked = 0;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  const place = await talkOf(world, olga);
  ({ threadId } = place);
  await olga.calledIn(place.slug, 'Olga');
  people = await Promise.all(
    ['ada', 'bob', 'cleo'].map(async (name) => (await world.person(name).signsIn()).calledIn(place.slug, name)),
  );
});
afterAll(() => world.close());

const QUESTIONS = 5;
const act = fc.record({
  kind: fc.constantFrom('vote', 'vote', 'vote', 'unvote', 'merge', 'merge', 'merge', 'undo', 'undo'),
  by: fc.nat(2),
  on: fc.nat(QUESTIONS - 1),
  into: fc.nat(QUESTIONS - 1),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Five questions, the votes that were cast for each, and what each is merged into. */
class Questions {
  private readonly cast: Set<number>[] = Array.from({ length: QUESTIONS }, () => new Set());
  private readonly mergedInto: (number | null)[] = Array.from({ length: QUESTIONS }, () => null);

  private constructor(private readonly questions: readonly Json[]) {}

  static async asked(): Promise<Questions> {
    const questions: Json[] = [];
    for (let i = 0; i < QUESTIONS; i++)
      questions.push(await asks(people[i % 3]!, threadId, `Question ${(asked += 1)}?`));
    return new Questions(questions);
  }

  async does({ kind, by, on, into }: Act): Promise<void> {
    const [person, question] = [people[by]!, this.questions[on]!];
    if (kind === 'vote' || kind === 'unvote') {
      const url = `/comments/${question['id'] as string}/vote`;
      const answer = await (kind === 'vote' ? person.put(url) : person.delete(url));
      if (by === on % 3) return expect(answer.body['type']).toBe('/problems/vote-own');
      if (kind === 'unvote') for (const below of this.tree(on)) this.cast[below]!.delete(by);
      else if (!this.votersOf(on).has(by)) this.cast[on]!.add(by);
      return expect(answer.body).toEqual({ voted: kind === 'vote', votes: this.votersOf(on).size });
    }
    if (kind === 'undo') return this.undoes(on);
    if (on === into || this.mergedInto[on] !== null || this.mergedInto[into] !== null) return;
    const merged = await settles(olga, question, 'merged', { mergedInto: this.questions[into]!['id'] });
    expect(merged.status).toBe(200);
    this.mergedInto[on] = into;
  }

  async undoes(on: number): Promise<void> {
    if (this.mergedInto[on] === null) return;
    expect((await settles(olga, this.questions[on]!, 'open')).status).toBe(200);
    this.mergedInto[on] = null;
  }

  /** Compares counts and one's own votes with what was cast. */
  async agree(): Promise<void> {
    const shown = await Promise.all(this.questions.map(({ id }) => olga.get(`/comments/${id as string}`)));
    expect(shown.map(({ body }) => body['votes'] as number)).toEqual(
      this.questions.map((_, i) => this.votersOf(i).size),
    );
    for (const [by, person] of people.entries()) {
      const mine = new Set((await person.get(`/threads/${threadId}/mine`)).body['votes'] as string[]);
      expect(this.questions.map(({ id }) => mine.has(id as string))).toEqual(
        this.questions.map((_, i) => this.votersOf(i).has(by)),
      );
    }
  }

  /** A question with all that are merged into it, directly or through another. */
  private tree(top: number): number[] {
    return [top, ...this.mergedInto.flatMap((into, i) => (into === top ? this.tree(i) : []))];
  }

  private votersOf(on: number): Set<number> {
    const voters = new Set(this.tree(on).flatMap((i) => [...this.cast[i]!]));
    voters.delete(on % 3);
    return voters;
  }
}

describe('merging questions', () => {
  it('counts each account once, in whatever order merges, their undoing and votes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 6, maxLength: 24 }),
        fc.infiniteStream(fc.nat()),
        async (acts, dice) => {
          const questions = await Questions.asked();
          for (const next of acts) {
            await questions.does(next);
            await questions.agree();
          }
          // All undone, in any order: each question has what was cast for it.
          const order = Array.from({ length: QUESTIONS }, (_, i) => i);
          while (order.length > 0) {
            const [on] = order.splice(Number(dice.next().value) % order.length, 1);
            await questions.undoes(on!);
            await questions.agree();
          }
        },
      ),
      { numRuns: isFullForm ? 12 : 3 },
    );
  });

  it('gives back exactly what a merge of merges took, undone from below', async () => {
    const questions = await Questions.asked();
    const acts: Act[] = [
      { kind: 'vote', by: 1, on: 0, into: 0 },
      { kind: 'vote', by: 2, on: 0, into: 0 },
      { kind: 'merge', by: 0, on: 0, into: 1 },
      { kind: 'merge', by: 0, on: 1, into: 3 },
      { kind: 'undo', by: 0, on: 0, into: 0 },
      { kind: 'merge', by: 0, on: 0, into: 3 },
      { kind: 'undo', by: 0, on: 1, into: 0 },
      { kind: 'undo', by: 0, on: 0, into: 0 },
    ];
    for (const next of acts) {
      await questions.does(next);
      await questions.agree();
    }
  });
});
