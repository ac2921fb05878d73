import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MePage } from '../../../web/pages/me-page.tsx';
import { OwnQuestionsPage } from '../../../web/pages/own-questions-page.tsx';
import type { ProblemDocument } from '../../../web/components/shapes.ts';
import { ChangeMe } from '../../accounts/change-me.ts';
import { MeRequest, PersonaRequest } from '../../accounts/accounts.requests.ts';
import { MeQueries, type MeView } from '../../accounts/me.queries.ts';
import { WritePersona } from '../../accounts/write-persona.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import { StatementsQueries } from '../../moderation/statements.queries.ts';
import { Actor, For, SparesStanding, VerbAsksStanding, type ActorInSession } from '../../platform/http/access.ts';
import type { Conference } from '../../programme/conference.entity.ts';
import { RemovePasskey } from '../../passkeys/remove-passkey.ts';
import { PasskeysQueries } from '../../passkeys/passkeys.queries.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { Credentials } from '../../sessions/credentials.ts';
import { SessionsQueries } from '../../sessions/sessions.queries.ts';
import { OpenQuestions } from '../../desk/open-questions.queries.ts';
import { Forms, typed, type Form } from '../forms.ts';
import { Frames } from '../page-context.ts';
import { render } from '../render.ts';
import { GONE_WITHIN } from '../retention.ts';

interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: ActorInSession;
}

/** One's own account: its faces, its language, its sessions. */
@ApiExcludeController()
@Controller('me')
@For('participant')
export class MePages {
  constructor(
    private readonly meQueries: MeQueries,
    private readonly changeMe: ChangeMe,
    private readonly writePersona: WritePersona,
    private readonly sessionsQueries: SessionsQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly statementsQueries: StatementsQueries,
    private readonly reportsQueries: ReportsQueries,
    private readonly credentials: Credentials,
    private readonly openQuestions: OpenQuestions,
    private readonly frames: Frames,
    private readonly forms: Forms,
    private readonly passkeysQueries: PasskeysQueries,
    private readonly removePasskey: RemovePasskey,
  ) {}

  @Get()
  read(@Actor() actor: ActorInSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show({ request, reply, actor }, null);
  }

  @Post()
  @SparesStanding('One’s own settings are no part of a conference.')
  async change(
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { done, refusal } = await this.forms.attempt(this.frames.localeOf(request), async () => {
      const asked = await this.forms.read(MeRequest, form, ['locale']);
      await this.changeMe.change(actor.accountId, asked);
      return asked;
    });
    if (refusal) return this.show({ request, reply, actor }, refusal);
    if (done.locale) void reply.header('set-cookie', this.frames.languageCookie(done.locale));
    void reply.redirect('/me', 303);
  }

  @Get('questions')
  async questions(
    @Actor() actor: ActorInSession,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = typeof query['cursor'] === 'string' && query['cursor'] !== '' ? query['cursor'] : undefined;
    const [talks, { items, next }] = await Promise.all([
      this.openQuestions.inTalksOf(actor.accountId),
      this.openQuestions.askedBy(actor.accountId, { limit: 50, cursor }),
    ]);
    const frame = this.frames.of(request, { title: '', kind: 'me', isSignedIn: true });
    this.frames.mark(request, reply);
    void reply.send(
      render(OwnQuestionsPage, {
        frame: { ...frame, title: frame.say('pages.mine.title') },
        talks,
        asked: items,
        next,
      }),
    );
  }

  @Post('letters')
  @SparesStanding('Which e-mails people get is theirs to set.')
  async letters(
    @Body() { answersByMail }: Form,
    @Actor() actor: ActorInSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.changeMe.change(actor.accountId, { settings: { answersByMail: answersByMail === 'on' } });
    void reply.redirect('/me#letters', 303);
  }

  @Post('personas/:id')
  @VerbAsksStanding()
  async rename(
    @Param('id') id: string,
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), async () => {
      const { name, tagline = '' } = await this.forms.read(PersonaRequest, form, ['name', 'tagline']);
      await this.writePersona.change(actor.accountId, id, { name, tagline });
    });
    if (refusal) return this.show({ request, reply, actor }, refusal);
    void reply.redirect('/me', 303);
  }

  @Post('personas')
  @VerbAsksStanding()
  async create(
    @Body() form: Form,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { refusal } = await this.forms.attempt(this.frames.localeOf(request), async () => {
      const { name, tagline = '' } = await this.forms.read(PersonaRequest, form, ['name', 'tagline']);
      const { id } = await this.programmeQueries.getConference(typed(form, 'conference'));
      await this.writePersona.create(actor.accountId, id, { name, tagline });
    });
    if (refusal) return this.show({ request, reply, actor }, refusal);
    void reply.redirect('/me#faces', 303);
  }

  @Post('personas/:id/withdrawal')
  @SparesStanding('People can always leave.')
  async withdraw(@Param('id') id: string, @Actor() actor: ActorInSession, @Res() reply: FastifyReply): Promise<void> {
    await this.writePersona.withdraw(actor.accountId, id);
    void reply.redirect('/me#faces', 303);
  }

  @Post('passkeys/:id')
  @SparesStanding('How people sign in is no part of a conference.')
  async removeOwnPasskey(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.removePasskey.remove(actor.accountId, id);
    void reply.redirect('/me#passkeys', 303);
  }

  @Post('sessions')
  @SparesStanding('How people sign in is no part of a conference.')
  async endOthers(@Actor() actor: ActorInSession, @Res() reply: FastifyReply): Promise<void> {
    await this.sessionsQueries.endOthers(actor);
    void reply.redirect('/me#sessions', 303);
  }

  @Post('sessions/:id')
  @SparesStanding('How people sign in is no part of a conference.')
  async end(
    @Param('id') id: string,
    @Actor() actor: ActorInSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sessionsQueries.end(actor.accountId, id);
    if (id !== actor.sessionId) return void reply.redirect('/me#sessions', 303);
    void reply.headers(this.credentials.ofLeaving).redirect('/', 303);
  }

  private async show({ request, reply, actor }: Visit, refusal: ProblemDocument | null): Promise<void> {
    const [me, sessions, passkeys, statements, reports] = await Promise.all([
      this.meQueries.get(actor.accountId),
      this.sessionsQueries.list(actor),
      this.passkeysQueries.list(actor.accountId),
      this.statementsQueries.list(actor.accountId, { limit: 20 }),
      this.reportsQueries.listOf(actor.accountId, { limit: 20 }),
    ]);
    const conferences = await this.conferencesOf(me);
    const faces = me.personas.map(({ id, name, tagline, conferenceId }) => ({
      id,
      name,
      tagline,
      conferenceTitle: conferences.get(conferenceId)?.title ?? '',
    }));
    const frame = this.frames.of(request, { title: '', kind: 'me', isSignedIn: true });
    this.frames.mark(request, reply);
    void reply.status(refusal?.status ?? 200).send(
      render(MePage, {
        goneWithin: GONE_WITHIN,
        frame: { ...frame, title: frame.say('pages.me.title') },
        emailMasked: me.emailMasked,
        answersByMail: me.settings['answersByMail'] !== false,
        faces,
        organizes: await this.organizedBy(me),
        sessions,
        passkeys,
        statements: statements.items,
        reports: reports.items,
        refusal,
        mustChoose: me.grants.some(
          ({ conferenceId, personaId }) =>
            personaId === null && me.personas.some((persona) => persona.conferenceId === conferenceId),
        ),
        conferences: await this.placesFor(request, [...conferences.values()]),
      }),
    );
  }

  /** Where somebody may make another face: where they have one, and the conference they come from. */
  private async placesFor({ query }: FastifyRequest, known: readonly Conference[]): Promise<Conference[]> {
    const { conference: slug } = query as Record<string, unknown>;
    const from = typeof slug === 'string' ? await this.programmeQueries.findConference(slug) : null;
    return from && !known.some(({ id }) => id === from.id)
      ? [from, ...known]
      : [...known].toSorted((a, b) => Number(b.id === from?.id) - Number(a.id === from?.id));
  }

  private async conferencesOf({ personas }: MeView): Promise<Map<string, Conference>> {
    const ids = [...new Set(personas.map(({ conferenceId }) => conferenceId))];
    return new Map(
      (await Promise.all(ids.map((id) => this.programmeQueries.getConference(id)))).map((conference) => [
        conference.id,
        conference,
      ]),
    );
  }

  private async organizedBy({ grants }: MeView): Promise<Conference[]> {
    const here = grants.filter(({ role }) => role !== 'speaker');
    if (here.some(({ conferenceId }) => conferenceId === null)) return this.programmeQueries.listConferences(100, null);
    return Promise.all(
      [...new Set(here.flatMap(({ conferenceId }) => conferenceId ?? []))].map((id) =>
        this.programmeQueries.getConference(id),
      ),
    );
  }
}
