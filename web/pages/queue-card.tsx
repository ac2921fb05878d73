import { namedOr } from '../components/author-name.ts';
import type { ConferenceShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import { AppealDecisionForms, WordsDecisionForms } from './queue-decision-forms.tsx';
import { wordsOf, type QueueItemShape } from './queue-item.ts';
import { AppealedDecision, EarlierDecisions, ItemReports, ItemWords, Surroundings } from './queue-item-words.tsx';
import { QueueItemHead } from './queue-item-head.tsx';

interface QueueCardProps {
  item: QueueItemShape;
  conference: ConferenceShape;
  kind: string;
  context: PageContext;
  here: string;
  maySanction: boolean;
}

/** A thing that waits for a decision, with what is around it, why it waits, and the forms that decide. */
export function QueueCard({ item, conference, kind, context, here, maySanction }: QueueCardProps) {
  const { say, locale } = context;
  const { recap, appeal, claimedBy } = item;
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
      <QueueItemHead item={item} name={name} conference={conference} say={say} />
      <Surroundings comments={item.context} say={say} />
      <ItemWords item={item} say={say} />
      <ItemReports reports={item.reports} conference={conference} locale={locale} />
      {appeal && <AppealedDecision appeal={appeal} conference={conference} context={context} />}
      <EarlierDecisions decisions={item.earlier} say={say} />
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
