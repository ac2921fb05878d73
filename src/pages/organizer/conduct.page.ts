import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConductPage } from '../../../web/pages/conduct-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { SettingsRequest } from '../../programme/programme.requests.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { SanctionsQueries } from '../../moderation/sanctions.queries.ts';
import { Actor, conferenceIn, For, type ActorInSession } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Forms, lines, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';

interface Visit {
  slug: string;
  actor: ActorInSession;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * What organizers set for everybody's conduct: rules, words that are held, how to reach them; and the sanctions that
 * last.
 */
@ApiExcludeController()
@Controller('organize/:conference/conduct')
export class ConductPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly sanctionsQueries: SanctionsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly frames: Frames,
    private readonly forms: Forms,
  ) {}

  @Get()
  @For('moderator', conferenceIn('conference'))
  read(
    @Param('conference') slug: string,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show({ slug, actor, request, reply }, null);
  }

  @Post()
  @For('organizer', conferenceIn('conference'))
  async save(
    @Param('conference') slug: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), async () => {
      const settings = await this.forms.read(
        SettingsRequest,
        {
          rules: lines(typed(form, 'rules')).map((line) => ({
            key: line.split(/\s+/)[0],
            title: line.replace(/^\S+\s*/, ''),
          })),
          wordLists: { fr: lines(typed(form, 'wordsFr')), en: lines(typed(form, 'wordsEn')) },
          contact: { text: typed(form, 'contact'), url: typed(form, 'contactUrl') || null },
        },
        ['rules', 'wordLists', 'contact'],
      );
      await this.manageProgramme.changeConference(slug, { settings });
    });
    if (refusal) return this.show({ slug, actor, request, reply }, refusal);
    void reply.redirect(`/organize/${encodeURIComponent(slug)}/conduct`, 303);
  }

  private async show({ slug, actor, request, reply }: Visit, refusal: ProblemDocument | null): Promise<void> {
    const [conference, { id, settings }] = await Promise.all([
      this.programmeListing.conference(slug),
      this.programmeQueries.getConference(slug),
    ]);
    const [sanctions, roles] = await Promise.all([
      this.sanctionsQueries.list(id, actor.accountId),
      this.grantsQueries.rolesIn(actor.accountId, id),
    ]);
    const frame = this.frames.of(request, { title: conference.title, kind: 'conduct', isSignedIn: true, conference });
    this.frames.mark(request, reply);
    void reply
      .status(refusal?.status ?? 200)
      .header('cache-control', 'no-store')
      .send(
        render(ConductPage, {
          frame,
          conference,
          rules: settings.rules.map(({ key, title }) => `${key} ${title}`).join('\n'),
          words: { fr: (settings.wordLists?.fr ?? []).join('\n'), en: (settings.wordLists?.en ?? []).join('\n') },
          contact: settings.contact ?? { text: '', url: null },
          sanctions,
          isOrganizer: roles.organizer,
          refusal,
        }),
      );
  }
}
