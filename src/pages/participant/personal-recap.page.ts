import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { GoneRecapPage } from '../../../web/pages/gone-recap-page.tsx';
import { PersonalRecapEditorPage } from '../../../web/pages/personal-recap-editor-page.tsx';
import type { PersonalRecapEditorProps } from '../../../web/pages/recap-editor-props.ts';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { For, SparesStanding, VerbAsksStanding, WithAddress } from '../../platform/http/access.ts';
import { ConferenceRecaps } from '../../recap/conference-recaps.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { recapVersion, type RecapView } from '../../recap/recap.view.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { plainQuery, type PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { draftIn, idInLink, moved, type RecapDraft } from '../speaker/recap-draft.ts';
import { RecapPageView } from '../reader/recap-view.ts';
import { PressOnce } from '../../sessions/press-once.ts';
import { SaveRecapForm } from './save-recap-form.ts';
import { TalkSections, withSection } from './talk-sections.ts';

/** A recap as its form has it. */
interface PersonalDraft extends RecapDraft {
  title: string;
}

/** The content of the editor. */
interface EditorState {
  conference: ConferenceShape;
  /** Null before the first saving. */
  recap: RecapView | null;
  draft: PersonalDraft;
  form: FormFields;
  version: string;
  refusal?: ProblemShape | null;
  said?: PersonalRecapEditorProps['said'];
  other?: PersonalRecapEditorProps['other'];
}

/**
 * The editor of what a participant took home. Two buttons save it; every other one carries the text along, so that
 * nothing typed is lost.
 */
@ApiExcludeController()
@Controller('c/:conference/recaps')
@For('participant')
@WithAddress()
export class PersonalRecapPages {
  // An editor reads what may be quoted and named, and saves by three verbs of its own.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapQueries: RecapQueries,
    private readonly recapPageView: RecapPageView,
    private readonly talkSections: TalkSections,
    private readonly saveRecapForm: SaveRecapForm,
    private readonly personasQueries: PersonasQueries,
    private readonly pressOnce: PressOnce,
  ) {}

  @Get('new')
  async begin(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = await this.conferenceOf(slug);
    return this.show(page, { conference, recap: null, draft: EMPTY, form: {}, version: '' });
  }

  @Post('new')
  @VerbAsksStanding()
  async create(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.act(page, { conference: await this.conferenceOf(slug), recap: null, form });
  }

  @Get(':recap/edit')
  async open(
    @Param('conference') slug: string,
    @Param('recap') recapSlug: string,
    @Query() query: PageQuery,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.conferenceOf(slug);
    const recap = await this.ownRecap(page, conference, recapSlug);
    const { version, saved } = plainQuery(query);
    const chosen = version && /^\d{1,9}$/.test(version) ? await this.versionOf(page, recap, Number(version)) : recap;
    return this.show(page, {
      conference,
      recap,
      draft: draftOf(chosen),
      form: {},
      version: recapVersion(recap),
      said: saved === 'draft' || saved === 'held' ? saved : null,
    });
  }

  @Post(':recap/edit')
  @VerbAsksStanding()
  async change(
    @Param('conference') slug: string,
    @Param('recap') recapSlug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.conferenceOf(slug);
    return this.act(page, { conference, recap: await this.ownRecap(page, conference, recapSlug), form });
  }

  @Post(':recap/withdrawal')
  @SparesStanding('People can always take back what they said.')
  async withdraw(
    @Param('conference') slug: string,
    @Param('recap') recapSlug: string,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.conferenceOf(slug);
    const recap = await this.ownRecap(page, conference, recapSlug);
    await this.saveRecapForm.withdraw(page.actor.accountId, recap.id);
    page.redirect(`/c/${conference.slug}/recaps`, 'done');
  }

  private async act(
    page: ParticipantPage,
    { conference, recap, form }: Pick<EditorState, 'conference' | 'recap' | 'form'>,
  ): Promise<void> {
    const draft = { ...draftIn(form), title: typed(form, 'title') };
    const shown = { conference, recap, draft, form, version: typed(form, 'version') };
    const act = typed(form, 'act');
    const { accountId } = page.actor;
    const locale = page.localeIn(conference.locale);
    if (act !== 'draft' && act !== 'publish') {
      const { done, refusal } = await page.attempt(() => this.withoutSaving(conference, draft, form), locale);
      return this.show(page, { ...shown, draft: done ?? draft, refusal });
    }
    const { done, refusal } = await page.attempt(
      () =>
        this.pressOnce.press({ accountId, form }, () =>
          this.saveRecapForm.save(accountId, { conference, recap, form, published: act === 'publish' }),
        ),
      locale,
    );
    if (refusal?.status === 412 && recap) return this.show(page, { ...shown, ...newestOf(recap), refusal });
    if (refusal) return this.show(page, { ...shown, refusal });
    const saved = await this.conferenceRecaps.readBy(page.actor.accountId, done);
    const here = `/c/${conference.slug}/recaps/${saved.slug}`;
    if (act === 'draft') return page.redirect(`${here}/edit?saved=draft`);
    page.redirect(saved.state === 'held' ? `${here}/edit?saved=held` : here);
  }

  /** A button that changes the text or its quotations. Throws `invalid-request`, `not-found`. */
  private async withoutSaving(
    conference: ConferenceShape,
    draft: PersonalDraft,
    form: FormFields,
  ): Promise<PersonalDraft> {
    const act = typed(form, 'act');
    if (act === 'talk') return withSection(draft, await this.talkSections.list(conference), typed(form, 'talk'));
    const place = { conferenceId: conference.id, threadId: null };
    if (act.startsWith('add:'))
      return { ...draft, ...(await this.recapPageView.withAnswer(place, draft, act.slice('add:'.length))) };
    if (act !== 'link') return { ...draft, ...moved(draft, act) };
    const id = idInLink(typed(form, 'link'));
    if (id === null)
      throw invalidRequest([{ pointer: '#/link', detail: 'Paste the link of a comment: its time leads to it.' }]);
    return { ...draft, ...(await this.recapPageView.withAnswer(place, draft, id)) };
  }

  private async show(page: ParticipantPage, state: EditorState): Promise<void> {
    const { conference, recap, draft, form, version, refusal = null, said = null, other = null } = state;
    if (recap?.state === 'withheld' || recap?.state === 'withdrawn')
      return page.show(
        GoneRecapPage,
        { titleKey: 'pages.recaps.title', kind: 'recap-editor', conference, ...formOptions(refusal) },
        { conference, state: recap.state, own: { title: draft.title, markdown: draft.markdown, refusal } },
      );
    const place = { conferenceId: conference.id, threadId: null };
    const [threads, talks, items, personas, versions] = await Promise.all([
      this.recapPageView.threadsOf(place),
      this.talkSections.list(conference),
      this.recapPageView.quoted(draft),
      this.personasQueries.listOf(page.actor.accountId, conference.id),
      recap ? this.conferenceRecaps.versionsBy(page.actor.accountId, recap.id) : [],
    ]);
    const looked = threads.find(({ slug }) => slug === typed(form, 'thread')) ?? threads[0];
    const kept = { conferenceId: conference.id, markdown: draft.markdown, items: items.map(({ id }) => id) };
    const [parts, candidates] = await Promise.all([
      this.recapPageView.partsOf(kept),
      looked ? this.recapPageView.candidates(looked.id, kept) : [],
    ]);
    const here = recap && `/c/${conference.slug}/recaps/${recap.slug}`;
    page.show(
      PersonalRecapEditorPage,
      { titleKey: 'pages.recaps.write', kind: 'recap-editor', conference, ...formOptions(refusal) },
      {
        conference,
        published: recap?.state === 'published' ? here : null,
        state: recap?.state ?? 'new',
        refusal,
        said,
        title: draft.title,
        markdown: draft.markdown,
        items,
        parts,
        candidates,
        threads,
        thread: looked?.slug ?? '',
        personas: personas.filter(({ name }) => name !== '').map(({ id, name }) => ({ id, name })),
        personaId: typed(form, 'personaId'),
        name: typed(form, 'name'),
        talks,
        action: here ? `${here}/edit` : `/c/${conference.slug}/recaps/new`,
        version,
        versions,
        other,
      },
    );
  }

  private async conferenceOf(slug: string): Promise<ConferenceShape> {
    return (await this.programmeListing.conference(slug)) as ConferenceShape;
  }

  /** A recap of the reader's own, in its newest version. Throws `not-found`. */
  private async ownRecap(page: ParticipantPage, conference: ConferenceShape, slug: string): Promise<RecapView> {
    const found = await this.recapQueries.bySlug(conference.id, slug);
    if (!found || !(await this.recapQueries.isOf(found.personaId, page.actor.accountId))) throw notFound();
    return this.conferenceRecaps.readBy(page.actor.accountId, found.id);
  }

  private versionOf(page: ParticipantPage, { id }: RecapView, version: number): Promise<RecapView> {
    return this.conferenceRecaps.readBy(page.actor.accountId, id, version);
  }
}

const EMPTY: PersonalDraft = { title: '', markdown: '', items: [] };

const draftOf = ({ title, markdown, items }: RecapView): PersonalDraft => ({ title, markdown, items });

/** The version that another window saved meanwhile: shown beside the text, which may be saved over it. */
const newestOf = (recap: RecapView): Pick<EditorState, 'version' | 'other'> => ({
  version: recapVersion(recap),
  other: { title: recap.title, markdown: recap.markdown },
});
