import { useContext } from 'preact/hooks';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Stat, Stats } from '../components/stat.tsx';
import { QuestionList } from './all-questions.tsx';
import type { HighlightsShape } from './programme-props.ts';
import { RecapsList } from './recaps-list.tsx';
import { TalkCounts } from './talk-counts.tsx';

/**
 * Draws the highlights of a conference: figures, the most wanted answers, the longest discussions, the open questions.
 */
export function Highlights(props: HighlightsShape & { here: string }) {
  const { recap, recaps, recapCount, answers, open, threads, here, ...figures } = props;
  const { say, locale } = useContext(LocaleContext);
  if (figures.comments === 0 && recapCount === 0)
    return (
      <EmptyState action={<a href={`${here}?show=programme`}>{say('pages.sections.programme')}</a>}>
        {say('pages.conference.ways.none.active')}
      </EmptyState>
    );
  return (
    <>
      {recap !== null && <RecapBeginning recap={recap} here={here} />}
      {recaps.length > 0 && <RecapsPart recaps={recaps} count={recapCount} here={here} />}
      <Stats>
        {(['comments', 'people', 'answered'] as const).map((name) => (
          <Stat key={name} value={figures[name].toLocaleString(locale)}>
            {say(`pages.conference.figure.${name}`, { count: figures[name] })}
          </Stat>
        ))}
      </Stats>
      {answers.length > 0 && (
        <section>
          <h2>{say('pages.conference.topAnswers')}</h2>
          <QuestionList items={answers} here={here} from="highlights" />
        </section>
      )}
      {threads.length > 0 && <MostDiscussed threads={threads} here={here} />}
      {open.length > 0 && (
        <section>
          <h2>{say('pages.conference.stillOpen')}</h2>
          <QuestionList items={open} here={here} from="highlights" />
        </section>
      )}
    </>
  );
}

function RecapBeginning({ recap, here }: { recap: string; here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <section class="card recap-beginning">
      <h2>{say('pages.recap.link')}</h2>
      {recap !== '' && <p dir="auto">{recap}</p>}
      <p>
        <a href={`${here}/recap`}>{say('pages.conference.readRecap')}</a>
      </p>
    </section>
  );
}

interface RecapsPartProps {
  recaps: HighlightsShape['recaps'];
  count: number;
  here: string;
}

function RecapsPart({ recaps, count, here }: RecapsPartProps) {
  const { say } = useContext(LocaleContext);
  return (
    <section>
      <h2>{say('pages.recaps.count', { count })}</h2>
      <RecapsList recaps={recaps} level={3} />
      <p>
        <a href={`${here}/recaps`}>{say('pages.recaps.all')}</a>
      </p>
    </section>
  );
}

function MostDiscussed({ threads, here }: { threads: HighlightsShape['threads']; here: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <section>
      <h2>{say('pages.conference.mostDiscussed')}</h2>
      <ul class="cards">
        {threads.map((thread) => (
          <li key={thread.id}>
            <a href={`${here}/t/${thread.slug}`}>{thread.title}</a> <TalkCounts thread={thread} />
          </li>
        ))}
      </ul>
    </section>
  );
}
