import { EmptyState } from '../components/empty-state.tsx';
import { Icon } from '../components/icon.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import type { ConferenceShape, ThreadShape } from '../components/shapes.ts';
import { DiscussionRow, RowsTable } from './discussion-row.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { ServerFindings, type FindingShape } from './server-findings.tsx';

/** A step before opening, and what is counted of it: talks, people, or talks whose speakers have no invitation. */
export interface CheckShape {
  name: 'programme' | 'rules' | 'appearance' | 'moderators' | 'speakers' | 'posters';
  isDone: boolean;
  count: number;
}

const PLACES: Record<CheckShape['name'], string> = {
  programme: '/programme',
  rules: '/rules',
  appearance: '/appearance',
  moderators: '/team#invite',
  speakers: '/speakers',
  posters: '/qr',
};

export interface OverviewProps {
  context: PageContext;
  conference: ConferenceShape;
  figures: { comments: number; people: number; questions: number; answered: number; waiting: number };
  active: ThreadShape[];
  /** Progress of the last change of the conference through its threads. */
  progress: { threads: number; remaining: number };
  /** None for moderators. */
  checks: CheckShape[];
  /** For operators, who organize every conference; null findings are being looked for. */
  server: { findings: FindingShape[] | null } | null;
}

/** `/organize/{conference}`: what waits, figures, steps before opening, and the most active discussions. */
export function OverviewPage({ context, conference, figures, active, progress, checks, server }: OverviewProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  return (
    <OrganizeShell context={context} part="overview">
      {progress.remaining > 0 && (
        <p class="notice" role="status">
          {say('pages.organize.progress', progress)}
        </p>
      )}
      <Figures figures={figures} context={context} here={here} />
      {checks.length > 0 && ['before', 'during'].includes(conference.phase) && (
        <section class="card">
          <h2>{say('pages.overview.before')}</h2>
          <ul class="checks">
            {checks.map((check) => (
              <Check key={check.name} {...check} here={here} say={say} />
            ))}
          </ul>
        </section>
      )}
      {server && <ServerFindings findings={server.findings} say={say} />}
      <section class="card">
        <h2>{say('pages.overview.active')}</h2>
        {active.length === 0 ? (
          <EmptyState>{say('pages.organize.noThreads')}</EmptyState>
        ) : (
          <RowsTable say={say}>
            {active.map((thread) => (
              <DiscussionRow key={thread.id} thread={thread} slug={conference.slug} say={say} />
            ))}
          </RowsTable>
        )}
        <p>
          <a href={`${here}/discussions`}>{say('pages.overview.allDiscussions')}</a>
        </p>
      </section>
    </OrganizeShell>
  );
}

/** A step: done or open, in words too, and the way to it. */
const Check = ({ name, isDone, count, here, say }: CheckShape & { here: string; say: PageContext['say'] }) => (
  <li>
    <span class={isDone ? 'is-done' : 'is-open'}>
      {isDone ? <Icon name="check" /> : '○'}
      <span class="unseen">{say(`pages.overview.${isDone ? 'done' : 'open'}`)}</span>
    </span>
    <span>
      {say(`pages.overview.checks.${name}.${isDone ? 'done' : 'open'}`, { count })}
      {!isDone && <span class="help"> {say(`pages.overview.checks.${name}.why`)}</span>}
    </span>
    <a href={`${here}${PLACES[name]}`}>{say(`pages.overview.checks.${name}.go`)}</a>
  </li>
);

type FiguresProps = Pick<OverviewProps, 'figures' | 'context'> & { here: string };

/** Draws what waits for a moderator, and the figures of the conference. */
function Figures({ figures, context: { say, locale, team }, here }: FiguresProps) {
  const waiting = team?.waiting ?? 0;
  return (
    <Stats>
      <Stat value={waiting.toLocaleString(locale)}>
        {waiting > 0 ? (
          <a href={`${here}/queue`}>{say('pages.overview.waiting', { count: waiting })}</a>
        ) : (
          say('pages.queue.nothing')
        )}
      </Stat>
      <Stat value={figures.comments.toLocaleString(locale)}>
        {say('pages.conference.figure.comments', { count: figures.comments })}
      </Stat>
      <Stat value={figures.people.toLocaleString(locale)}>
        {say('pages.conference.figure.people', { count: figures.people })}
      </Stat>
      <Stat value={`${figures.answered.toLocaleString(locale)} / ${figures.questions.toLocaleString(locale)}`}>
        {say('pages.overview.answered', { count: figures.questions, waiting: figures.waiting })}
      </Stat>
    </Stats>
  );
}
