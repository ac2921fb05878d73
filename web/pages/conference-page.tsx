import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { AllQuestions } from './all-questions.tsx';
import { RecentDiscussions } from './recent-discussions.tsx';
import { Highlights } from './highlights.tsx';
import { Cover } from './brand-images.tsx';
import { ConferenceDates } from './conference-dates.tsx';
import { OnNow } from './on-now.tsx';
import { Page, type PageContext } from './page.tsx';
import { PhaseNotice, type PhaseNoticeProps } from './phase-notice.tsx';
import { ProgrammeDays } from './programme-days.tsx';
import type { ProgrammeShape } from './programme-props.ts';
import { SECTIONS } from './site-header.tsx';
import { Segmented } from '../components/segmented.tsx';

interface ConferencePageProps {
  context: PageContext;
  programme: ProgrammeShape;
  ending: PhaseNoticeProps;
}

/** `/c/{conference}`: what is on, the programme by day and room, and what was said, asked and kept. */
export function ConferencePage({ context, programme, ending }: ConferencePageProps) {
  const { say } = context;
  const { conference, recaps, recapCount, view, now = [], upNext = [] } = programme;
  const here = `/c/${conference.slug}`;
  return (
    <Page {...context} width="page">
      {context.conference?.brand?.cover && <Cover cover={context.conference.brand.cover} />}
      <Hero conference={conference} say={say} />
      <PhaseNotice {...ending} />
      <SectionTabs view={view} here={here} />
      {view !== 'highlights' && (recaps.includes(null) || recapCount > 0) && (
        <p class="dots">
          {recaps.includes(null) && <a href={`${here}/recap`}>{say('pages.recap.link')}</a>}
          {recapCount > 0 && <a href={`${here}/recaps`}>{say('pages.recaps.count', { count: recapCount })}</a>}
        </p>
      )}
      {view === 'programme' && <OnNow now={now} upNext={upNext} here={here} />}
      {programme.discussions && <RecentDiscussions discussions={programme.discussions} here={here} />}
      {programme.questions && <AllQuestions {...programme.questions} here={here} />}
      {programme.highlights && <Highlights {...programme.highlights} here={here} />}
      {programme.hasProgramme && <ProgrammeDays programme={programme} here={here} />}
      <OtherWays here={here} say={say} />
    </Page>
  );
}

/** The parts of a conference, on screens whose head has no room for them. */
function SectionTabs({ view, here }: { view: ProgrammeShape['view']; here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <Segmented
      at="on-narrow"
      current="page"
      label={say('pages.conference.ways.label')}
      segments={SECTIONS.map(([name, query]) => ({
        href: `${here}${query}`,
        label: say(`pages.sections.${name}`),
        isChosen: name === view,
      }))}
    />
  );
}

/** The title of a conference, its days and its phase. */
const Hero = ({ conference, say }: { conference: ProgrammeShape['conference']; say: PageContext['say'] }) => (
  <div class="hero">
    <h1 lang={conference.locale}>{conference.title}</h1>
    <p class="lead dots">
      <span>
        <ConferenceDates {...conference} />
      </span>
      <span>{say(`pages.phase.${conference.phase}`)}</span>
      {conference.url && (
        <a href={conference.url} rel="noopener noreferrer">
          {say('pages.conference.site')}
        </a>
      )}
    </p>
  </div>
);

/** The pages and files that few readers look for. */
const OtherWays = ({ here, say }: { here: string; say: PageContext['say'] }) => (
  <p class="help dots">
    <a href={`${here}/recaps`}>{say('pages.recaps.title')}</a>
    <a href={`${here}/ledger`}>{say('pages.ledger.link')}</a>
    <a href={`${here}/feed.atom`} rel="alternate" type="application/atom+xml">
      {say('pages.feed')}
    </a>
    <a href={`${here}/feed.atom?kind=answer`}>{say('pages.answersFeed')}</a>
    <a href={`${here}/schedule.ics`}>{say('pages.ending.calendar')}</a>
    <a href={`${here}/schedule.json`}>{say('pages.ending.schedule')}</a>
  </p>
);
