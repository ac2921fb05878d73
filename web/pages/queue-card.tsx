import { ruleTitle } from '../../locales/rules.ts';
import { namedOr } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import { AppealDecisionForms, WordsDecisionForms } from './queue-decision-forms.tsx';
import { wordsOf, type QueueItemShape } from './queue-item.ts';
import { Chip } from '../components/chip.tsx';

interface QueueCardProps {
  item: QueueItemShape;
  conference: ConferenceShape;
  kind: string;
  context: PageContext;
  here: string;
  maySanction: boolean;
}

export function QueueCard({ item, conference, kind, context, here, maySanction }: QueueCardProps) {
  const { say, locale } = context;
  const { comment, recap, appeal, claimedBy, reports, earlier, context: surroundings } = item;
  const isOthers = claimedBy !== undefined && !claimedBy.isYou;
  const words = wordsOf(item);
  const id = appeal?.id ?? words!.id;
  const appellant = appeal?.personaName ? { name: appeal.personaName } : null;
  const name = namedOr(words?.author ?? appellant, say('pages.thread.anonymous'));
  return (
    <article
      class={`card item${isOthers ? ' others' : ''}`}
      data-id={words?.id ?? ''}
      data-kind={recap ? 'recaps' : 'comments'}
      tabindex={-1}
      id={`q-${id}`}
      aria-label={name}
    >
      <p class="help">
        <b dir="auto">{name}</b>
        {item.threadSlug && (
          <>
            {' '}
            · <a href={`/c/${conference.slug}/t/${item.threadSlug}`}>{item.threadTitle}</a>
          </>
        )}
        {recap && (
          <>
            {' '}
            · <a href={`/c/${conference.slug}/recaps/${recap.slug}`}>{say('pages.queue.recap')}</a>
          </>
        )}{' '}
        · <DateTime at={item.since} />
        {item.heldBecause && (
          <>
            {' '}
            <Chip kind="held">{say(`pages.queue.because.${item.heldBecause}`)}</Chip>
          </>
        )}
        {claimedBy && (
          <>
            {' '}
            <Chip>
              {claimedBy.isYou
                ? say('pages.queue.yours')
                : say('pages.queue.theirs', { name: claimedBy.name || say('pages.queue.anotherModerator') })}
            </Chip>
          </>
        )}
      </p>
      {surroundings.map((around) => (
        <div key={around.id} class="around">
          <b dir="auto">{namedOr(around.author, say('pages.thread.anonymous'))}</b>{' '}
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: around.html }} />
        </div>
      ))}
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
      {reports.length > 0 && (
        <ul class="reports">
          {reports.map((report) => (
            <li key={report.id}>
              <Chip>{ruleTitle(conference.settings.rules, report.rule, locale)}</Chip>{' '}
              <span dir="auto">{report.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {appeal && (
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
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{say('pages.queue.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((decision) => (
              <li key={decision.id}>
                <DateTime at={decision.at} time={false} /> {say(`pages.ledger.kinds.${decision.kind}`)}:{' '}
                <span dir="auto">{decision.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {appeal && <AppealDecisionForms appeal={appeal} say={say} action={`${here}?kind=appeals`} />}
      {!appeal && !item.mayDecide && <p class="notice">{say('pages.queue.own')}</p>}
      {!appeal && item.mayDecide && (
        <WordsDecisionForms
          words={words!}
          kind={kind}
          conference={conference}
          say={say}
          action={`${here}?kind=${kind}`}
          maySanction={maySanction}
        />
      )}
    </article>
  );
}
