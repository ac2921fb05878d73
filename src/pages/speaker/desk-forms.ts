import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { notAllowed } from '../../kernel/common.problems.ts';
import { Precondition } from '../../kernel/precondition.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { SlowModeRequest } from '../../moderation/moderation.requests.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { PostAnnouncement } from '../../questions/post-announcement.ts';
import { LiveHour } from '../../questions/live-hour.ts';
import { AnswerRequest } from '../../questions/questions.requests.ts';
import { readForm, typed, type FormFields } from '../forms.ts';
import { DeskCommentForms, type DeskForm, type DeskOutcome } from './desk-comment-forms.ts';
import { DeskNames } from './desk-names.ts';

/** Carries out the desk's forms about the whole thread, by the API's verbs. */
@Injectable()
export class DeskForms {
  // Each form of the thread has its own verb.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly liveHour: LiveHour,
    private readonly postAnnouncement: PostAnnouncement,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly deskCommentForms: DeskCommentForms,
    private readonly deskNames: DeskNames,
    private readonly clock: Clock,
  ) {}

  async submit(sent: DeskForm): Promise<DeskOutcome> {
    const { threadId, form } = sent;
    const { accountId } = sent.actor;
    const [act, id] = [typed(form, 'act'), typed(form, 'id')];
    if (act === 'live') {
      const { begun } = await this.liveHour.begin(accountId, threadId);
      return begun === null ? { isChanged: false } : { id: begun, isChanged: true };
    }
    if (act === 'unlive') {
      const meant = id === '' ? Precondition.none : new Precondition([id]);
      return { isChanged: (await this.liveHour.end(accountId, threadId, meant)).isChanged };
    }
    if (act === 'announce') return this.announceLine(sent);
    if (act === 'takedown') await this.postAnnouncement.takeDown(accountId, threadId, new Precondition([id]));
    else if (act === 'slow') await this.slow(sent);
    else return this.deskCommentForms.submit(sent, act, id);
    return { isChanged: true };
  }

  private async announceLine({ actor, threadId, form }: DeskForm): Promise<DeskOutcome> {
    const { body } = await readForm(AnswerRequest, form, ['body']);
    const { comment } = await this.deskNames.writeNamed(form, (name) =>
      this.postAnnouncement.post(actor.accountId, threadId, { body, name }),
    );
    return { id: comment.id, isChanged: true };
  }

  private async slow({ actor, threadId, isModerator, form }: DeskForm): Promise<void> {
    if (!isModerator) throw notAllowed();
    const interval = Number(typed(form, 'interval'));
    const fields = { interval, reason: typed(form, 'reason'), until: this.untilIn(form) };
    const slowMode = interval === 0 ? null : await readForm(SlowModeRequest, fields, ['interval', 'reason', 'until']);
    const precondition = preconditionOfForm(form['version']);
    await this.changeThreadSettings.change(actor.accountId, threadId, { slowMode }, precondition);
  }

  /** The time this many minutes from now; empty for a number that is no duration of slow mode. */
  private untilIn(form: FormFields): string {
    const minutes = Number(typed(form, 'minutes'));
    const isLasting = Number.isInteger(minutes) && minutes > 0 && minutes <= 1_440;
    return isLasting ? this.clock.in({ minutes }).toISOString() : '';
  }
}
