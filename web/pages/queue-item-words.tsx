import { ruleTitle } from '../../locales/rules.ts';
import { namedOr } from '../components/author-name.ts';
import { Chip } from '../components/chip.tsx';
import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { QueueItemShape } from './queue-item.ts';

interface SurroundingsProps {
  comments: QueueItemShape['context'];
  say: PageContext['say'];
}

export const Surroundings = ({ comments, say }: SurroundingsProps) => (
  <>
    {comments.map((around) => (
      <div key={around.id} class="around">
        <b dir="auto">{namedOr(around.author, say('pages.thread.anonymous'))}</b>{' '}
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: around.html }} />
      </div>
    ))}
  </>
);

/** The comment or recap itself, and the note of a question that was dismissed. */
export const ItemWords = ({ item: { recap, comment }, say }: { item: QueueItemShape; say: PageContext['say'] }) => (
  <>
    {recap && (
      <>
        <h2 dir="auto">{recap.title}</h2>
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: recap.html }} />
      </>
    )}
    {comment && <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />}
    {comment?.question?.reason !== undefined && (
      <div class="around">
        <b>{say(comment.question.noteWithheld ? 'pages.queue.noteHidden' : 'pages.queue.note')}</b>{' '}
        <span dir="auto">{comment.question.reason}</span>
      </div>
    )}
  </>
);

interface ItemReportsProps {
  reports: QueueItemShape['reports'];
  conference: ConferenceShape;
  locale: PageContext['locale'];
}

export function ItemReports({ reports, conference, locale }: ItemReportsProps) {
  if (reports.length === 0) return null;
  return (
    <ul class="reports">
      {reports.map((report) => (
        <li key={report.id}>
          <Chip>{ruleTitle(conference.settings.rules, report.rule, locale)}</Chip>{' '}
          <span dir="auto">{report.reason}</span>
        </li>
      ))}
    </ul>
  );
}

interface AppealedDecisionProps {
  appeal: NonNullable<QueueItemShape['appeal']>;
  conference: ConferenceShape;
  context: PageContext;
}

/** The decision under appeal, and the words of the appeal. */
export const AppealedDecision = ({ appeal, conference, context: { say, locale } }: AppealedDecisionProps) => (
  <div class="around">
    <p>
      {say(`pages.ledger.kinds.${appeal.decision.kind}`)}
      {appeal.decision.rule && <> · {ruleTitle(conference.settings.rules, appeal.decision.rule, locale)}</>}:{' '}
      <span dir="auto">{appeal.decision.reason}</span>
    </p>
    <p>
      <b>{say(`pages.queue.party.${appeal.party}`)}</b> <span dir="auto">{appeal.reason}</span>
    </p>
  </div>
);

export function EarlierDecisions({
  decisions,
  say,
}: {
  decisions: QueueItemShape['earlier'];
  say: PageContext['say'];
}) {
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>{say('pages.queue.earlier', { count: decisions.length })}</summary>
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <DateTime at={decision.at} time={false} /> {say(`pages.ledger.kinds.${decision.kind}`)}:{' '}
            <span dir="auto">{decision.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
