import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { Logo } from './brand-images.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** A colour in one mode: how it is used, its contrasts, and whether it had to be moved to be readable. */
interface LookShape {
  mode: 'light' | 'dark';
  accent: string;
  isMoved: boolean;
  ratios: { paper: number; sheet: number; ink: number };
}

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
        <p>
          <label for="accent">{say('pages.appearance.colour')}</label>
          <input
            id="accent"
            name="accent"
            value={choice.accent}
            maxlength={9}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="accent-help"
          />
          <span class="help" id="accent-help">
            {say('pages.appearance.colourHelp')}
          </span>
        </p>
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

const IMAGES = [
  ['logo', 'logoUrl', undefined],
  ['logoDark', 'logoDarkUrl', 'for-dark'],
  ['cover', 'coverUrl', 'wide'],
] as const;

function ImageFields({ brand, say }: { brand: ConferenceShape['brand']; say: PageContext['say'] }) {
  return (
    <fieldset class="files">
      <legend class="help">{say('pages.appearance.imageHelp')}</legend>
      {IMAGES.map(([name, url, kind]) => (
        <div key={name}>
          <label for={name}>{say(`pages.appearance.${name}`)}</label>
          {brand[url] && <img src={brand[url]} alt={say(`pages.appearance.current.${name}`)} class={kind} />}
          <input
            id={name}
            name={name}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby={`${name}-help`}
          />
          <span class="help" id={`${name}-help`}>
            {say(`pages.appearance.${name}Help`)}
          </span>
          {brand[url] && (
            <label class="choice">
              <input type="checkbox" name={`${name}Removed`} value="yes" /> {say(`pages.appearance.remove.${name}`)}
            </label>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface ChoicesProps {
  name: 'stageTheme' | 'font';
  values: readonly string[];
  chosen: string;
  say: PageContext['say'];
}

const Choices = ({ name, values, chosen, say }: ChoicesProps) => (
  <fieldset class="files">
    <legend>
      <strong>{say(`pages.appearance.${name}.title`)}</strong>
    </legend>
    {values.map((value) => (
      <label class="choice" key={value}>
        <input type="radio" name={name} value={value} checked={value === chosen} />{' '}
        {say(`pages.appearance.${name}.${value}`)}
      </label>
    ))}
  </fieldset>
);

function Previews({ context, conference, choice, looks }: AppearanceProps) {
  const { say } = context;
  const { logoUrl: logo, logoDarkUrl: logoDark } = conference.brand;
  const { stageTheme } = choice;
  return (
    <section id="preview">
      <h2>{say('pages.appearance.preview')}</h2>
      <ul class="looks">
        {looks.map((look) => (
          <li key={look.mode}>
            <h3>{say(`pages.appearance.in.${look.mode}`)}</h3>
            <div class={`look look-${look.mode}`}>
              <div class="look-head">
                <Logo logo={logo} logoDark={logoDark} theme={look.mode} />
                <span>{conference.title}</span>
              </div>
              <div class="look-body">
                <p>{say('pages.appearance.sample.words')}</p>
                <p>
                  <a href="#preview">{say('pages.appearance.sample.link')}</a>{' '}
                  <span class="chip accent">{say('pages.appearance.sample.chip')}</span>
                </p>
                <p>
                  <span class="button">{say('pages.appearance.sample.button')}</span>
                </p>
              </div>
            </div>
            <Contrasts look={look} given={choice.accent} context={context} />
          </li>
        ))}
        <li>
          <h3>{say('pages.appearance.in.stage')}</h3>
          <div class={`look look-${stageTheme === 'light' ? 'light' : 'dark'}`}>
            <div class="look-head">
              <Logo logo={logo} logoDark={logoDark} theme={stageTheme} />
              <span>{say('pages.appearance.sample.talk')}</span>
            </div>
            <div class="look-body">
              <p class="look-over">{say('pages.thread.now')}</p>
              <p class="look-big">{say('pages.appearance.sample.question')}</p>
              <p class="help">▲ 7</p>
            </div>
          </div>
        </li>
        <li>
          <h3>{say('pages.appearance.in.mail')}</h3>
          <div class="look look-light look-mail">
            <div class="look-head">{conference.title}</div>
            <div class="look-body">
              <p>{say('pages.appearance.sample.mail')}</p>
              <p>
                <span class="button">{say('pages.appearance.sample.read')}</span>
              </p>
            </div>
          </div>
          <p class="help">{say('pages.appearance.mailHelp')}</p>
        </li>
      </ul>
    </section>
  );
}

interface ContrastsProps {
  look: LookShape;
  given: string;
  context: PageContext;
}

/** The contrasts of a mode, and a sentence where the colour was moved. */
function Contrasts({ look, given, context: { say, locale } }: ContrastsProps) {
  const ratio = (value: number): string =>
    `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(floor(value))}:1`;
  return (
    <>
      <dl>
        {(['paper', 'sheet', 'ink'] as const).map((on) => (
          <div key={on}>
            <dt>{say(`pages.appearance.contrast.${on}`)}</dt>
            <dd>{ratio(look.ratios[on])}</dd>
          </div>
        ))}
      </dl>
      <p class="help">
        <Swatch colour={look.accent} />
        {look.isMoved
          ? say(`pages.appearance.moved.${look.mode}`, { given, used: look.accent })
          : say('pages.appearance.asGiven', { used: look.accent })}
      </p>
    </>
  );
}

/** To one decimal, never more than it is. */
const floor = (value: number): number => Math.floor(value * 10) / 10;

const Swatch = ({ colour }: { colour: string }) => (
  <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect width="10" height="10" fill={colour} />
  </svg>
);
