import type { ConferenceShape } from '../components/shapes.ts';
import { Logo } from './brand-images.tsx';
import type { PageContext } from './page.tsx';

/** A colour in one mode: how it is used, its contrasts, and whether it had to be moved to be readable. */
export interface LookShape {
  mode: 'light' | 'dark';
  accent: string;
  isMoved: boolean;
  ratios: { paper: number; sheet: number; ink: number };
}

export interface PreviewsProps {
  context: PageContext;
  conference: ConferenceShape;
  choice: { accent: string; stageTheme: string };
  looks: readonly LookShape[];
}

/** The conference in each mode, on the wall and in an e-mail. */
export function Previews({ context, conference, choice, looks }: PreviewsProps) {
  const { say } = context;
  const { stageTheme } = choice;
  return (
    <section id="preview">
      <h2>{say('pages.appearance.preview')}</h2>
      <ul class="looks">
        {looks.map((look) => (
          <PageLook key={look.mode} look={look} conference={conference} given={choice.accent} context={context} />
        ))}
        <StageLook conference={conference} stageTheme={stageTheme} say={say} />
        <MailLook title={conference.title} say={say} />
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

interface PageLookProps {
  look: LookShape;
  conference: ConferenceShape;
  given: string;
  context: PageContext;
}

/** A page in one mode. */
function PageLook({ look, conference, given, context }: PageLookProps) {
  const { say } = context;
  return (
    <li>
      <h3>{say(`pages.appearance.in.${look.mode}`)}</h3>
      <div class={`look look-${look.mode}`}>
        <div class="look-head">
          <Logo {...logosOf(conference)} theme={look.mode} />
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
      <Contrasts look={look} given={given} context={context} />
    </li>
  );
}

interface StageLookProps {
  conference: ConferenceShape;
  stageTheme: string;
  say: PageContext['say'];
}

const StageLook = ({ conference, stageTheme, say }: StageLookProps) => (
  <li>
    <h3>{say('pages.appearance.in.stage')}</h3>
    <div class={`look look-${stageTheme === 'light' ? 'light' : 'dark'}`}>
      <div class="look-head">
        <Logo {...logosOf(conference)} theme={stageTheme} />
        <span>{say('pages.appearance.sample.talk')}</span>
      </div>
      <div class="look-body">
        <p class="look-over">{say('pages.thread.now')}</p>
        <p class="look-big">{say('pages.appearance.sample.question')}</p>
        <p class="help">▲ 7</p>
      </div>
    </div>
  </li>
);

const MailLook = ({ title, say }: { title: string; say: PageContext['say'] }) => (
  <li>
    <h3>{say('pages.appearance.in.mail')}</h3>
    <div class="look look-light look-mail">
      <div class="look-head">{title}</div>
      <div class="look-body">
        <p>{say('pages.appearance.sample.mail')}</p>
        <p>
          <span class="button">{say('pages.appearance.sample.read')}</span>
        </p>
      </div>
    </div>
    <p class="help">{say('pages.appearance.mailHelp')}</p>
  </li>
);

const logosOf = ({ brand }: ConferenceShape) => ({ logo: brand.logoUrl, logoDark: brand.logoDarkUrl });
