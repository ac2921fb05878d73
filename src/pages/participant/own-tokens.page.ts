import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnTokensPage, type TypedToken } from '../../../web/pages/own-tokens-page.tsx';
import { ApiTokenRequest } from '../../accounts/api-tokens.requests.ts';
import { ApiTokensQueries } from '../../accounts/api-tokens.queries.ts';
import { EndApiTokens } from '../../accounts/end-api-tokens.ts';
import { MakeApiToken, type MadeApiToken } from '../../accounts/make-api-token.ts';
import { secretToken } from '../../kernel/ids.ts';
import { For, Fresh, SparesStanding, WithAddress } from '../../platform/http/access.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { OwnAccount } from './own-account.ts';

/** The API tokens of an account: which there are, a form for a new one, and the new one once. */
@ApiExcludeController()
@Controller('me/tokens')
@For('participant')
export class OwnTokensPages {
  constructor(
    private readonly apiTokensQueries: ApiTokensQueries,
    private readonly makeApiToken: MakeApiToken,
    private readonly endApiTokens: EndApiTokens,
    private readonly ownAccount: OwnAccount,
  ) {}

  @Get()
  read(@PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, {});
  }

  @Post()
  @SparesStanding('How programs sign in is no part of a conference.')
  @WithAddress()
  @Fresh()
  async make(@Body() form: FormFields | undefined, @PageRequest() page: ParticipantPage): Promise<void> {
    const asked = typedToken(form);
    const { done, refusal } = await page.attempt(async () => {
      const { name, scopes, expiresAt } = await readFields(ApiTokenRequest, {
        name: asked.name,
        scopes: asked.scopes,
        ...(asked.lastDay === '' ? {} : { expiresAt: `${asked.lastDay}T23:59:59Z` }),
      });
      const conferences = await this.conferencesOf(page);
      return this.makeApiToken.make(page.actor.accountId, {
        name,
        scopes,
        conferenceId: conferences.find(({ slug }) => slug === asked.conference)?.id ?? null,
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
        key: typed(form, 'key') || undefined,
      });
    });
    await this.show(page, refusal ? { refusal, asked } : { done });
  }

  @Post(':id')
  @SparesStanding('How programs sign in is no part of a conference.')
  async end(@Param('id') id: string, @PageRequest() page: ParticipantPage): Promise<void> {
    await this.endApiTokens.end(page.actor.accountId, id);
    page.redirect('/me/tokens', 'token-revoked');
  }

  private async show(
    page: ParticipantPage,
    {
      done = null,
      refusal = null,
      asked = typedToken(undefined),
    }: {
      done?: MadeApiToken | null;
      refusal?: Parameters<typeof formOptions>[0];
      asked?: TypedToken;
    },
  ): Promise<void> {
    const [tokens, conferences] = await Promise.all([
      this.apiTokensQueries.list(page.actor.accountId),
      this.conferencesOf(page),
    ]);
    page.show(
      OwnTokensPage,
      { titleKey: 'pages.tokens.title', kind: 'me', ...formOptions(refusal) },
      { tokens, conferences, done, refusal, asked, key: secretToken() },
    );
  }

  /** Lists the conferences that a token may be good for: those in which the person has a persona or organizes. */
  private async conferencesOf({ actor }: ParticipantPage): Promise<{ id: string; slug: string; title: string }[]> {
    const { conferences, organizes } = await this.ownAccount.get(actor.accountId, null);
    const all = new Map([...conferences, ...organizes].map((conference) => [conference.id, conference]));
    const places = [...all.values()].map(({ id, slug, title }) => ({ id, slug, title }));
    return places.toSorted((a, b) => a.title.localeCompare(b.title) || a.slug.localeCompare(b.slug));
  }
}

const typedToken = (form: FormFields | undefined): TypedToken => ({
  name: typed(form, 'name'),
  scopes: form ? [form['scopes'] ?? []].flat().filter((scope) => typeof scope === 'string') : ['read'],
  conference: typed(form, 'conference'),
  lastDay: typed(form, 'lastDay'),
});
