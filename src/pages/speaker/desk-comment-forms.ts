import { Injectable } from '@nestjs/common';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { DecideOnComment } from '../../moderation/decide-on-comment.ts';
import { DecideOnNote } from '../../moderation/decide-on-note.ts';
import { ReasonRequest, ReleaseRequest, WithholdRequest } from '../../moderation/moderation.requests.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { AnswerQuestion } from '../../questions/answer-question.ts';
import { AnswerRequest, StatusRequest } from '../../questions/questions.requests.ts';
import { SettleQuestion } from '../../questions/settle-question.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { preconditionAsShown } from '../shown-version.ts';
import { DeskNames } from './desk-names.ts';

/** A form of the desk, as sent. */
export interface DeskForm {
  actor: ActorInSession;
  conferenceId: string;
  threadId: string;
  isModerator: boolean;
  form: FormFields;
}

/**
 * The part of an act that its Undo may take back: the name of the thing it began, if it has another than the form gave;
 * `isChanged` is false where all was so before.
 */
export interface DeskOutcome {
  id?: string;
  isChanged: boolean;
}

const STATUSES = ['open', 'taken', 'answered', 'declined', 'merged'];

interface CommentAct {
  act: string;
  id: string;
  form: FormFields;
}

/** Carries out the desk's forms about one comment, by the API's verbs. */
@Injectable()
export class DeskCommentForms {
  // Each form about a comment has its own verb.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly settleQuestion: SettleQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly decideOnComment: DecideOnComment,
    private readonly decideOnNote: DecideOnNote,
    private readonly commentsQueries: CommentsQueries,
    private readonly deskNames: DeskNames,
  ) {}

  async submit(sent: DeskForm, act: string, id: string): Promise<DeskOutcome> {
    const { threadId, isModerator, form } = sent;
    const { accountId } = sent.actor;
    const comment = await this.commentsQueries.get(id);
    if (comment.threadId !== threadId) throw notFound();
    if (STATUSES.includes(act)) {
      const fields = { ...form, status: act, note: noteOf(form) };
      const status = await readForm(StatusRequest, fields, ['status', 'reason', 'note', 'mergedInto']);
      const precondition = preconditionAsShown(form, comment);
      const { isChanged } = await this.settleQuestion.settle(accountId, id, status, precondition);
      return { isChanged };
    }
    if (act === 'answer') {
      const answer = (await readForm(AnswerRequest, form, ['body'])) as { body: string };
      await this.deskNames.writeNamed(form, (name) => this.answerQuestion.answer(accountId, id, { ...answer, name }));
    } else {
      if (!isModerator) throw notAllowed();
      await this.moderate(accountId, { act, id, form });
    }
    return { isChanged: true };
  }

  private async moderate(accountId: string, { act, id, form }: CommentAct): Promise<void> {
    if (act === 'withhold') {
      await this.decideOnComment.withhold(accountId, id, await readForm(WithholdRequest, form, ['rule', 'reason']));
    } else if (act === 'withhold-note') {
      await this.decideOnNote.withhold(accountId, id, await readForm(WithholdRequest, form, ['rule', 'reason']));
    } else if (act === 'restore-note') {
      const { reason } = await readForm(ReasonRequest, form, ['reason']);
      await this.decideOnNote.restore(accountId, id, { reason });
    } else if (act === 'release') {
      const fields = { revision: Number(typed(form, 'revision')) };
      const { revision } = await readForm(ReleaseRequest, fields, ['revision']);
      await this.decideOnComment.release(accountId, id, revision);
    }
  }
}

/** The note of an answer given aloud, with its minute: 12′ is understood in every language. */
function noteOf(form: FormFields): string {
  const minute = typed(form, 'minute');
  return [/^\d{1,3}$/.test(minute) ? `${minute}′` : '', typed(form, 'note')].filter(Boolean).join(' · ');
}
