import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EmailPage } from '../../../web/pages/email-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { EmailSettingsRequest } from '../../accounts/email-settings.requests.ts';
import { ChangeMe, meVersion } from '../../accounts/change-me.ts';
import { EMAIL_KINDS, PAUSE_DAYS_AT_MOST, type EmailKind } from '../../accounts/email-kinds.policy.ts';
import { MeQueries } from '../../accounts/me.queries.ts';
import { ReturnedEmails } from '../../accounts/returned-emails.ts';
import { Clock } from '../../kernel/clock.ts';
import { FollowThread } from '../../notifications/follow-thread.ts';
import { NoticesQueries } from '../../notifications/notices.queries.ts';
import { For, SparesStanding, WithAddress } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** Notices on a page. */
const SHOWN = 50;

const ZONES = Intl.supportedValuesOf('timeZone');

/** Draws the page of an account's e-mails: its choice, and the outcome of its notices. */
@ApiExcludeController()
@Controller('me/email')
@For('participant')
@WithAddress()
export class EmailPages {
  // The page shows settings, followed threads, notices with their outcome, and returned e-mails.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly meQueries: MeQueries,
    private readonly changeMe: ChangeMe,
    private readonly followThread: FollowThread,
    private readonly noticesQueries: NoticesQueries,
    private readonly returnedEmails: ReturnedEmails,
    private readonly clock: Clock,
  ) {}

  @Get()
  read(@PageRequest() page: ParticipantPage, @Query() query: PageQuery): Promise<void> {
    return this.show(page, { cursor: cursorIn(query) });
  }

  @Post()
  @SparesStanding('Which e-mails people get is theirs to set.')
  async change(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const email = await readFields(EmailSettingsRequest, typedSettings(form));
      await this.changeMe.change(page.actor.accountId, { email }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, { refusal });
    page.redirect('/me/email', 'saved');
  }

  @Post('pause')
  @SparesStanding('Which e-mails people get is theirs to set.')
  async pause(@Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const pausedUntil = typed(form, 'end') === '' ? typed(form, 'pausedUntil') : null;
      const email = await readFields(EmailSettingsRequest, { pausedUntil });
      await this.changeMe.change(page.actor.accountId, { email }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, { refusal });
    page.redirect('/me/email', 'saved');
  }

  @Post('follows/:id')
  @SparesStanding('Which e-mails people get is theirs to set.')
  async unfollow(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.followThread.unfollow(page.actor.accountId, id);
    page.redirect('/me/email', 'saved');
  }

  private async show(
    page: ParticipantPage,
    { cursor, refusal = null }: { cursor?: string | undefined; refusal?: ProblemShape | null },
  ): Promise<void> {
    const { accountId } = page.actor;
    const [me, followed, { items, next }, refusedSince] = await Promise.all([
      this.meQueries.get(accountId),
      this.followThread.list(accountId),
      this.noticesQueries.list(accountId, { limit: SHOWN, ...(cursor !== undefined && { cursor }) }),
      this.returnedEmails.refusedSince(accountId),
    ]);
    const day = (days: number): string => this.clock.in({ days }).toISOString().slice(0, 10);
    page.show(
      EmailPage,
      { titleKey: 'pages.email.title', kind: 'me', ...formOptions(refusal) },
      {
        email: me.email,
        emailMasked: me.emailMasked ?? '',
        version: meVersion(me),
        pause: { first: day(1), last: day(PAUSE_DAYS_AT_MOST - 1) },
        zones: ZONES,
        followed,
        notices: items,
        refusedSince: refusedSince?.toISOString() ?? null,
        next,
        refusal,
      },
    );
  }
}

/** The settings of the form; its buttons for all kinds win over the single ones. */
function typedSettings(form: FormFields): object {
  const all = typed(form, 'all');
  const chosen = [form['kinds'] ?? []].flat();
  const isOn = (kind: string): boolean => (all === '' ? chosen.includes(kind) : all === 'on');
  return {
    budget: Number(typed(form, 'budget') || Number.NaN),
    digest: {
      rhythm: typed(form, 'rhythm'),
      hour: Number(typed(form, 'hour') || Number.NaN),
      timeZone: typed(form, 'timeZone') || null,
    },
    words: typed(form, 'words') === 'on',
    kinds: Object.fromEntries(EMAIL_KINDS.map((kind) => [kind, isOn(kind)])) as Record<EmailKind, boolean>,
  };
}
