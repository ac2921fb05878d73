import { Injectable } from '@nestjs/common';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import { FreeNames } from '../kernel/free-names.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { CHOICES } from './asked-question.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS, ProgrammeQueries } from '../programme/programme.queries.ts';
import { withKeys } from '../programme/slot-keys.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import { asImported, retiredGuid } from './compare-programme.ts';
import { revived, type KnownTalk } from './known-talk.ts';
import type { ImportAnswer } from './import-answer.ts';
import { ImportQuestions, type StoredQuestion } from './import-questions.ts';
import { questionAnswered } from './imports.problems.ts';
import { KnownProgramme } from './known-programme.ts';
import { WriteProgramme } from './write-programme.ts';

/** Carries out an organizer's answer to a question of an import at once; later imports keep to it. */
@Injectable()
export class AnswerImportQuestion {
  // An answer changes the talk, its key and its thread in one transaction.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly importQuestions: ImportQuestions,
    private readonly knownProgramme: KnownProgramme,
    private readonly writeTalks: WriteTalks,
    private readonly writeProgramme: WriteProgramme,
  ) {}

  /** Throws `not-found`, `invalid-request`, `import-question-answered`. */
  async answer(idOrSlug: string, id: string, answer: ImportAnswer): Promise<void> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    if (!isUuid(id)) throw notFound();
    await this.database.transaction(async (tx) => {
      // Imports wait for the same row, so that none sees half of this.
      const [locked] = await tx.query<Conference>(
        `select ${CONFERENCE_COLUMNS} from conferences where id = $1 for no key update`,
        [conference.id],
      );
      const question = await this.importQuestions.lock(tx, conference.id, id);
      if (!question) throw notFound();
      if (question.answer !== null) throw questionAnswered();
      const allowed: readonly string[] = CHOICES[question.kind];
      if (!allowed.includes(answer))
        throw invalidRequest([
          { pointer: '#/answer', detail: `Choose ${allowed.map((one) => `"${one}"`).join(' or ')}.` },
        ]);
      await this.apply(tx, locked!, question, answer);
      await this.importQuestions.answer(tx, id, answer);
    });
    await this.writeProgramme.follow(conference.id);
  }

  private async apply(tx: Tx, conference: Conference, question: StoredQuestion, answer: ImportAnswer): Promise<void> {
    if (answer === 'cancelled') return this.writeTalks.setStatus(tx, question.talkId, 'cancelled');
    if (answer === 'takes-place') return undefined;
    const [old] = await this.knownProgramme.talks(conference.id, { ids: [question.talkId] });
    const found = revived(question.found!);
    return answer === 'same' ? this.keep(tx, conference, old!, found) : this.part(tx, conference, old!, found);
  }

  /** One talk: the old one and its thread take what the file says. */
  private async keep(tx: Tx, conference: Conference, old: KnownTalk, found: TalkFields): Promise<void> {
    if (old.guid !== found.guid) await this.writeTalks.rekey(tx, [{ id: old.id, guid: found.guid }]);
    await this.writeTalks.update(tx, conference.id, [{ id: old.id, talk: asImported(old, found) }]);
  }

  /** Two talks: the new one gets the key and a thread of its own; the old one leaves the programme. */
  private async part(tx: Tx, conference: Conference, old: KnownTalk, found: TalkFields): Promise<void> {
    if (old.guid === found.guid) await this.writeTalks.rekey(tx, [{ id: old.id, guid: retiredGuid(old.id) }]);
    if (old.isImported) await this.writeTalks.setStatus(tx, old.id, 'cancelled');
    const taken = await tx.query<{ slug: string }>(
      `select slug from talks where conference_id = $1 and (slug = $2 or slug like $2 || '-%')`,
      [conference.id, found.slug],
    );
    const slug = new FreeNames(taken.map((row) => row.slug)).claim(found.slug);
    await this.writeProgramme.add(tx, conference, [{ ...found, slug, slots: withKeys([], found.slots) }]);
  }
}
