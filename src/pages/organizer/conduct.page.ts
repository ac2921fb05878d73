import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Rule } from '../../../locales/rules.ts';
import type { Locale } from '../../../locales/words.ts';
import { ConductPage, type ConductProps } from '../../../web/pages/conduct-page.tsx';
import type { RuleRow } from '../../../web/pages/rule-fields.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { ManageProgramme } from '../../imports/manage-programme.ts';
import { SanctionsQueries, type LastingSanction } from '../../moderation/sanctions.queries.ts';
import { FreeNames } from '../../kernel/free-names.ts';
import { slugOf } from '../../kernel/slug.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import type { ConferenceSettings } from '../../programme/conference.settings.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ConferenceSettingsRequest } from '../../programme/programme.requests.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { lines, readForm, typed, type FormFields } from '../forms.ts';
import { choiceIn, countsOf, holdsWords, listPart, pageNumberIn, wordsIn } from './list-part.ts';
import { PageRequest } from '../page-request.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';

/** A conference's rules, word lists and contact, set by organizers, and its current sanctions. */
@ApiExcludeController()
@Controller('organize/:conference')
export class ConductPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly sanctionsQueries: SanctionsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  @Get(['rules', 'conduct'])
  @For('moderator', conferenceIn('conference'))
  read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    return this.show(page, slug, null);
  }

  @Post(['rules', 'conduct'])
  @For('organizer', conferenceIn('conference'))
  async save(
    @Param('conference') slug: string,
    @Body() form: FormFields,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const { refusal } = await page.attempt(async () => {
      const { locale } = await this.programmeQueries.getConference(slug);
      const asked = settingsIn(form, otherThan(locale));
      const settings = await readForm(ConferenceSettingsRequest, asked, ['rules', 'wordLists', 'contact']);
      await this.manageProgramme.changeConference(slug, { settings }, preconditionOfForm(form['version']));
    });
    if (refusal) return this.show(page, slug, { form, refusal });
    page.redirect(`/organize/${encodeURIComponent(slug)}/rules`, 'saved');
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    refused: { form: FormFields; refusal: ProblemShape } | null,
  ): Promise<void> {
    const [{ view: conference, version }, { id, settings }] = await Promise.all([
      this.programmeListing.conferenceInVersion(slug),
      this.programmeQueries.getConference(slug),
    ]);
    const [all, roles] = await Promise.all([
      this.sanctionsQueries.list(id, page.actor.accountId),
      this.grantsQueries.rolesIn(page.actor.accountId, id),
    ]);
    page.show(
      ConductPage,
      { title: conference.title, kind: 'conduct', conference, ...formOptions(refused?.refusal ?? null) },
      {
        conference,
        version,
        ...(refused ? typedIn(refused.form) : storedIn(settings, otherThan(conference.locale))),
        sanctions: chosenOf(all, page.request.query as Record<string, unknown>),
        isOrganizer: roles.organizer,
        refusal: refused?.refusal ?? null,
      },
    );
  }
}

/** Current sanctions by the query fields `who`, `kind` and `page`. */
function chosenOf(all: readonly LastingSanction[], asked: Record<string, unknown>): ConductProps['sanctions'] {
  const [who, kind] = [wordsIn(asked['who']), choiceIn(asked['kind'])];
  const isNamed = holdsWords(who);
  const named = who === '' ? all : all.filter(({ name }) => name !== null && isNamed(name));
  const found = kind === '' ? named : named.filter((sanction) => sanction.kind === kind);
  return {
    ...listPart(found, all.length, pageNumberIn(asked['page'])),
    chosen: { who, kind },
    kinds: countsOf(named.map((sanction) => sanction.kind)),
  };
}

type ConductForm = Pick<ConductProps, 'rules' | 'words' | 'contact'>;

const storedIn = ({ rules, wordLists, contact }: ConferenceSettings, other: Locale): ConductForm => ({
  rules: [...rules.map((rule) => rowOf(rule, other)), ...EMPTY_ROWS],
  words: { fr: (wordLists?.fr ?? []).join('\n'), en: (wordLists?.en ?? []).join('\n') },
  contact: contact ?? { text: '', url: null },
});

/** The fields of a refused form. */
const typedIn = (form: FormFields): ConductForm => ({
  rules: [...rowsIn(form), ...EMPTY_ROWS],
  words: { fr: typed(form, 'wordsFr'), en: typed(form, 'wordsEn') },
  contact: contactIn(form),
});

/** The settings as typed; one word a line. */
const settingsIn = (form: FormFields, other: Locale): FormFields => ({
  rules: rowsIn(form).map((row) => ruleOf(row, other)),
  wordLists: { fr: lines(typed(form, 'wordsFr')), en: lines(typed(form, 'wordsEn')) },
  contact: contactIn(form),
});

const contactIn = (form: FormFields): { text: string; url: string | null; email: string | null } => ({
  text: typed(form, 'contact'),
  url: typed(form, 'contactUrl') || null,
  email: typed(form, 'contactEmail').trim() || null,
});

/** Rows for rules to come. */
const EMPTY_ROWS: readonly RuleRow[] = Array.from({ length: 3 }, () => ({
  key: '',
  title: '',
  text: '',
  otherTitle: '',
  otherText: '',
}));
/** Most rows that are read of a form. */
const ROWS_AT_MOST = 60;
const KEY_LENGTH = 40;

/** The language that rules are translated into, beside that of the conference. */
const otherThan = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr');

const rowOf = ({ key, title, text = '', translations = {} }: Rule, other: Locale): RuleRow => ({
  key,
  title,
  text,
  otherTitle: translations[other]?.title ?? '',
  otherText: translations[other]?.text ?? '',
});

/** A row as the API takes it; a text in the other language without a title there is refused at that title. */
function ruleOf({ key, title, text, otherTitle, otherText }: RuleRow, other: Locale): Rule {
  const isTranslated = otherTitle !== '' || otherText !== '';
  return {
    key,
    title,
    ...(text === '' ? {} : { text }),
    ...(isTranslated ? { translations: { [other]: { title: otherTitle, text: otherText } } } : {}),
  };
}

/**
 * The rules of the form, row by row; a row without a title is no rule. A row keeps its key, by which decisions cite it,
 * and a new one gets one of its title. A field `rules` with a line each, its key first, is read too.
 */
function rowsIn(form: FormFields): RuleRow[] {
  if (form['rules'] !== undefined)
    return lines(typed(form, 'rules')).map((line) => ({
      ...EMPTY_ROWS[0]!,
      key: line.split(/\s+/)[0]!,
      title: line.replace(/^\S+\s*/, ''),
    }));
  const rows = Array.from({ length: ROWS_AT_MOST }, (_, i) => ({
    key: typed(form, `key${i}`),
    title: typed(form, `title${i}`).trim(),
    text: textIn(form, `text${i}`),
    otherTitle: typed(form, `otherTitle${i}`).trim(),
    otherText: textIn(form, `otherText${i}`),
  })).filter(({ title }) => title !== '');
  const names = new FreeNames(rows.flatMap(({ key }) => (key === '' ? [] : [key])));
  return rows.map((row) => ({ ...row, key: row.key === '' ? names.claim(keyOf(row.title)) : row.key }));
}

/** Browsers send line ends of forms as CRLF (HTML, form submission). */
const textIn = (form: FormFields, field: string): string => typed(form, field).replace(/\r\n/g, '\n').trim();

/** A key begins with a letter. */
const keyOf = (title: string): string =>
  slugOf(title, 'rule')
    .replace(/^[^a-z]+/, '')
    .slice(0, KEY_LENGTH - 3)
    .replace(/-+$/, '') || 'rule';
