import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppearancePage, type AppearanceChoice } from '../../../web/pages/appearance-page.tsx';
import type { ConferenceShape, ProblemShape } from '../../../web/components/shapes.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { brandColours, ratiosOf, USUAL_ACCENT, type ColourMode } from '../../programme/brand-colours.policy.ts';
import { IMAGE_KINDS, type ImageKind } from '../../programme/brand.policy.ts';
import { BrandSetting } from '../../programme/brand.requests.ts';
import { ChangeBrand } from '../../programme/change-brand.ts';
import { readHex } from '../../programme/colour.policy.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { previewSheetName } from '../brand/preview-sheet.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { PageQuery } from '../page-query.ts';
import { formOptions, type ParticipantPage } from '../requested-page.ts';
import { UploadedForms } from './uploaded-form.ts';

/** Draws the appearance of a conference: its colour, images, font and stage, with a preview of all of it. */
@ApiExcludeController()
@Controller('organize/:conference/appearance')
@For('organizer', conferenceIn('conference'))
export class AppearancePages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly changeBrand: ChangeBrand,
    private readonly uploadedForms: UploadedForms,
  ) {}

  /** With `?accent=`, `font` and `stageTheme` it shows how these would look, and saves nothing. */
  @Get()
  read(
    @Param('conference') slug: string,
    @Query() query: PageQuery,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    return this.show(page, slug, { form: query, refusal: null });
  }

  @Post()
  async save(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { fields, files } = this.uploadedForms.read(page.request);
    const { refusal } = await page.attempt(async () => {
      const choice = await readFields(BrandSetting, chosenIn(fields));
      await this.changeBrand.change(
        slug,
        { choice, images: imagesIn(fields, files) },
        preconditionOfForm(fields['version']),
      );
    });
    if (refusal) return this.show(page, slug, { form: fields, refusal });
    page.redirect(`/organize/${encodeURIComponent(slug)}/appearance`, 'saved');
  }

  private async show(
    page: ParticipantPage,
    slug: string,
    { form, refusal }: { form: FormFields; refusal: ProblemShape | null },
  ): Promise<void> {
    const { view, version } = await this.programmeListing.conferenceInVersion(slug);
    const conference = view as ConferenceShape;
    const choice = choiceIn(form, conference);
    const accent = readHex(choice.accent);
    page.show(
      AppearancePage,
      { titleKey: 'pages.appearance.title', kind: 'appearance', conference, ...formOptions(refusal) },
      {
        conference,
        version,
        choice,
        isPreview: form['accent'] !== undefined && refusal === null,
        looks: (['light', 'dark'] as const).map((mode) => lookOf(accent, mode)),
        sheet: `/brand/${previewSheetName(accent)}`,
        refusal,
      },
    );
  }
}

/** The fields of the form as the API takes them; a browser sends an empty colour where there is none, and only text. */
const chosenIn = (fields: FormFields): FormFields => ({
  ...(fields['accent'] === undefined ? {} : { accent: accentIn(fields['accent']) }),
  ...(fields['stageTheme'] === undefined ? {} : { stageTheme: fields['stageTheme'] }),
  ...(fields['font'] === undefined ? {} : { font: fields['font'] }),
});

const accentIn = (accent: unknown): unknown => (typeof accent === 'string' ? accent.trim() || null : accent);

/** New images, and null for those whose box *Remove* is ticked. */
function imagesIn(
  fields: FormFields,
  files: Readonly<Record<string, Buffer>>,
): Partial<Record<ImageKind, Buffer | null>> {
  const images: Partial<Record<ImageKind, Buffer | null>> = {};
  for (const kind of IMAGE_KINDS) {
    if (fields[`${kind}Removed`] !== undefined) images[kind] = null;
    if (files[kind] !== undefined) images[kind] = files[kind];
  }
  return images;
}

/** The values of the form: as typed, else as stored. */
function choiceIn(form: FormFields, { brand }: ConferenceShape): AppearanceChoice {
  const given = (name: string): string | null => (form[name] === undefined ? null : typed(form, name));
  return {
    accent: given('accent') ?? brand.accent ?? '',
    stageTheme: given('stageTheme') ?? brand.stageTheme,
    font: given('font') ?? brand.font,
  };
}

/** A colour in one mode, with its contrasts, and whether it had to be moved. */
function lookOf(accent: string | null, mode: ColourMode) {
  const tokens = brandColours(accent ?? USUAL_ACCENT)[mode];
  return {
    mode,
    accent: tokens.accent,
    isMoved: accent !== null && tokens.accent !== accent,
    ratios: ratiosOf(tokens, mode),
  };
}
