import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RecapEditorPage } from '../../../web/pages/recap-editor-page.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { AsksStanding, conferenceIn, For, type ActorInSession } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { RecapRequest } from '../../recap/recap.requests.ts';
import { NO_VERSION, recapVersion } from '../../recap/recap.view.ts';
import { Recaps, titleOf, type RecapPlace } from '../../recap/recaps.ts';
import { WriteRecap } from '../../recap/write-recap.ts';
import { toBrandView } from '../../transcript/conference.view.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import type { PageQuery } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import { RecapPageView, type RecapPath } from '../reader/recap-view.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { draftIn, idInLink, moved, type RecapDraft } from './recap-draft.ts';

/** The content of the editor. */
interface RecapEditorState {
  place: RecapPlace;
  draft: RecapDraft;
  thread: string;
  /** The newest state when writing began. */
  version: string;
  refusal?: ProblemShape | null;
  isSaved?: boolean;
}

/** Edits a recap. Two buttons save it; every other one carries the text along. */
@ApiExcludeController()
@Controller('c/:conference')
@For('participant')
export class RecapEditorPages {
  constructor(
    private readonly recaps: Recaps,
    private readonly writeRecap: WriteRecap,
    private readonly recapPageView: RecapPageView,
  ) {}

  @Get(['recap/edit', 't/:thread/recap/edit'])
  async open(@Param() path: RecapPath, @Query() query: PageQuery, @PageRequest() page: ParticipantPage): Promise<void> {
    const place = await this.enter(path, page.actor);
    const versions = await this.recaps.versions(place);
    const chosen = versions.find(({ version }) => String(version) === query['version']) ?? versions[0];
    const { markdown, items } = chosen
      ? await this.recaps.get(place, { isWriter: true, version: chosen.version })
      : { markdown: '', items: [] };
    const version = versions[0] ? recapVersion(versions[0]) : NO_VERSION;
    return this.show(page, {
      place,
      draft: { markdown, items },
      thread: '',
      version,
      isSaved: query['saved'] === 'draft',
    });
  }

  @Post(['recap/edit', 't/:thread/recap/edit'])
  @AsksStanding(conferenceIn('conference'))
  async act(@Param() path: RecapPath, @Body() form: FormFields, @PageRequest() page: ParticipantPage): Promise<void> {
    const place = await this.enter(path, page.actor);
    const act = typed(form, 'act');
    const draft = draftIn(form);
    const shown = { place, draft, thread: typed(form, 'thread'), version: typed(form, 'version') };
    const locale = page.localeIn(place.conference.locale);
    if (act === 'draft' || act === 'publish') {
      const save = async () =>
        this.writeRecap.write(
          place,
          await readFields(RecapRequest, { ...draft, published: act === 'publish' }),
          preconditionOfForm(shown.version),
        );
      const { refusal } = await page.attempt(save, locale);
      // The version saved by another writer is in the list below; this draft, saved again, comes after it.
      if (refusal?.status === 412) return this.show(page, { ...shown, version: '', refusal });
      if (refusal) return this.show(page, { ...shown, refusal });
      return page.redirect(act === 'publish' ? place.path : `${place.path}/edit?saved=draft`);
    }
    const { done, refusal } = await page.attempt(() => this.change(place, draft, form), locale);
    return this.show(page, { ...shown, draft: done ?? draft, refusal });
  }

  private async change(place: RecapPlace, draft: RecapDraft, form: FormFields): Promise<RecapDraft> {
    const act = typed(form, 'act');
    if (act.startsWith('add:')) return this.recapPageView.withAnswer(place, draft, act.slice('add:'.length));
    if (act !== 'link') return moved(draft, act);
    const id = idInLink(typed(form, 'link'));
    if (id === null)
      throw invalidRequest([{ pointer: '#/link', detail: 'Paste the link of a comment: its time leads to it.' }]);
    return this.recapPageView.withAnswer(place, draft, id);
  }

  private async enter(path: RecapPath, actor: ActorInSession): Promise<RecapPlace> {
    const place = await this.recapPageView.find(path);
    await this.recaps.demandWriter(actor.accountId, place);
    return place;
  }

  private async show(
    page: ParticipantPage,
    { place, draft, thread, version, refusal = null, isSaved = false }: RecapEditorState,
  ): Promise<void> {
    const threads = await this.recapPageView.threadsOf(place);
    const looked = place.thread ?? threads.find(({ slug }) => slug === thread) ?? threads[0];
    const items = await this.recapPageView.quoted(draft);
    const kept = { conferenceId: place.conferenceId, markdown: draft.markdown, items: items.map(({ id }) => id) };
    const [parts, candidates, versions] = await Promise.all([
      this.recapPageView.partsOf(kept),
      looked ? this.recapPageView.candidates(looked.id, kept) : [],
      this.recaps.versions(place),
    ]);
    const title = titleOf(place);
    const brand = toBrandView(place.conference.settings);
    page.show(
      RecapEditorPage,
      { title, kind: 'recap-editor', conference: { ...place.conference, brand }, ...formOptions(refusal) },
      {
        title,
        here: place.path,
        action: `${place.path}/edit`,
        discussion: place.path.replace(/\/recap$/, ''),
        refusal,
        isSaved,
        markdown: draft.markdown,
        items,
        parts,
        candidates,
        threads,
        thread: looked?.slug ?? '',
        version,
        versions,
      },
    );
  }
}
