import { Injectable } from '@nestjs/common';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { Clock } from '../../kernel/clock.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { DecideOnComment } from '../../moderation/decide-on-comment.ts';
import { DecideOnNote } from '../../moderation/decide-on-note.ts';
import {
  ReasonRequest,
  ReleaseRequest,
  SlowModeRequest,
  WithholdRequest,
} from '../../moderation/moderation.requests.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { PostAnnouncement } from '../../questions/post-announcement.ts';
import { AnswerQuestion } from '../../questions/answer-question.ts';
import { LiveHour } from '../../questions/live-hour.ts';
import { AnswerRequest, StatusRequest } from '../../questions/questions.requests.ts';
import { SettleQuestion } from '../../questions/settle-question.ts';
import { Forms, typed, type Form } from '../forms.ts';

interface Sat {
  actor: ActorInSession;
  threadId: string;
  isModerator: boolean;
  form: Form;
}

const STATUSES = ['open', 'taken', 'answered', 'declined', 'merged'];

/** What the forms of the desk do, by the verbs the API calls. */
@Injectable()
export class AtTheDesk {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly forms: Forms,
    private readonly settleQuestion: SettleQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly liveHour: LiveHour,
    private readonly postAnnouncement: PostAnnouncement,
    private readonly decideOnComment: DecideOnComment,
    private readonly decideOnNote: DecideOnNote,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly commentsQueries: CommentsQueries,
    private readonly clock: Clock,
  ) {}

  async apply(sat: Sat): Promise<void> {
    const {
      actor: { accountId },
      threadId,
      form,
    } = sat;
    const act = typed(form, 'act');
    if (act === 'live') await this.liveHour.begin(accountId, threadId);
    else if (act === 'unlive') await this.liveHour.end(accountId, threadId);
    else if (act === 'announce')
      await this.postAnnouncement.post(accountId, threadId, {
        body: (await this.forms.read(AnswerRequest, form, ['body'])).body,
      });
    else if (act === 'takedown') await this.postAnnouncement.takeDown(accountId, threadId);
    else if (act === 'slow') await this.slow(sat);
    else await this.onOne(sat, act, typed(form, 'id'));
  }

  private async onOne(
    { actor: { accountId }, threadId, isModerator, form }: Sat,
    act: string,
    id: string,
  ): Promise<void> {
    if ((await this.commentsQueries.get(id)).threadId !== threadId) throw notFound();
    if (STATUSES.includes(act)) {
      await this.settleQuestion.settle(
        accountId,
        id,
        await this.forms.read(StatusRequest, { ...form, status: act, note: noteOf(form) }, [
          'status',
          'reason',
          'note',
          'mergedInto',
        ]),
      );
    } else if (act === 'answer') {
      await this.answerQuestion.answer(
        accountId,
        id,
        (await this.forms.read(AnswerRequest, form, ['body'])) as { body: string },
      );
    } else if (!isModerator) {
      throw notAllowed();
    } else if (act === 'withhold') {
      await this.decideOnComment.withhold(
        accountId,
        id,
        await this.forms.read(WithholdRequest, form, ['rule', 'reason']),
      );
    } else if (act === 'withhold-note') {
      await this.decideOnNote.withhold(accountId, id, await this.forms.read(WithholdRequest, form, ['rule', 'reason']));
    } else if (act === 'restore-note') {
      await this.decideOnNote.restore(accountId, id, (await this.forms.read(ReasonRequest, form, ['reason'])).reason);
    } else if (act === 'release') {
      await this.decideOnComment.release(
        accountId,
        id,
        (await this.forms.read(ReleaseRequest, { revision: Number(typed(form, 'revision')) }, ['revision'])).revision,
      );
    }
  }

  private async slow({ actor, threadId, isModerator, form }: Sat): Promise<void> {
    if (!isModerator) throw notAllowed();
    const interval = Number(typed(form, 'interval'));
    const minutes = Number(typed(form, 'minutes'));
    const until =
      Number.isInteger(minutes) && minutes > 0 && minutes <= 1_440 ? this.clock.in({ minutes }).toISOString() : '';
    const slowMode =
      interval === 0
        ? null
        : await this.forms.read(SlowModeRequest, { interval, reason: typed(form, 'reason'), until }, [
            'interval',
            'reason',
            'until',
          ]);
    await this.changeThreadSettings.change(actor.accountId, threadId, { slowMode });
  }
}

/** What was said aloud, and in which minute: 12′ stands for itself in every language. */
function noteOf(form: Form): string {
  const minute = typed(form, 'minute');
  return [/^\d{1,3}$/.test(minute) ? `${minute}′` : '', typed(form, 'note')].filter(Boolean).join(' · ');
}
