import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { type LookShape, Previews } from './appearance-previews.tsx';
import { ImageFields, Choices, ColourField } from './appearance-fields.tsx';

/** The typed or stored appearance; the colour may be anything. */
export interface AppearanceChoice {
  accent: string;
  stageTheme: string;
  font: string;
}

export interface AppearanceProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  choice: AppearanceChoice;
  /** Whether the choice is shown and not saved. */
  isPreview: boolean;
  looks: readonly LookShape[];
  /** The stylesheet of the preview. */
  sheet: string;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/appearance`: colour, images, font and stage, and how all of it looks. */
export function AppearancePage(props: AppearanceProps) {
  const { context, conference, version, choice, isPreview, sheet, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}/appearance`;
  return (
    <OrganizeShell
      context={context}
      part="appearance"
      lead={say('pages.appearance.lead')}
      refusal={refusal}
      also={<link rel="stylesheet" href={sheet} />}
    >
      {isPreview && (
        <p class="notice" role="status">
          {say('pages.appearance.notSaved')}
        </p>
      )}
      <form method="post" action={here} enctype="multipart/form-data" class="card">
        <input type="hidden" name="version" value={version} />
        <ColourField accent={choice.accent} say={say} />
        <ImageFields brand={conference.brand} say={say} />
        <Choices name="stageTheme" values={['dark', 'light']} chosen={choice.stageTheme} say={say} />
        <Choices name="font" values={['system', 'inter']} chosen={choice.font} say={say} />
        <p class="inline">
          <button class="primary">{say('pages.form.save')}</button>
          <button formmethod="get" formenctype="application/x-www-form-urlencoded">
            {say('pages.appearance.tryColour')}
          </button>
        </p>
      </form>
      <Previews {...props} />
    </OrganizeShell>
  );
}
