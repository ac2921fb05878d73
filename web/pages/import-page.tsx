import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

interface ImportQuestionShape {
  id: string;
  kind: 'same-talk' | 'cancelled';
  title: string;
  foundTitle: string;
  answer: string | null;
}

interface ImportProps {
  context: PageContext;
  conference: ConferenceShape;
  questions: ImportQuestionShape[];
  refusal: ProblemShape | null;
}

const ANSWERS = { 'same-talk': ['same', 'new'], cancelled: ['cancelled', 'takes-place'] } as const;

/** `/organize/{conference}/import`: the open questions of imports. */
export function ImportPage({ context, conference, questions, refusal }: ImportProps) {
  const { say } = context;
  const open = questions.filter(({ answer }) => answer === null);
  const answered = questions.filter(({ answer }) => answer !== null);
  return (
    <OrganizeShell
      context={context}
      part="programme"
      title={say('pages.import.title')}
      lead={say('pages.import.lead')}
      refusal={refusal}
    >
      {open.length === 0 && <EmptyState>{say('pages.import.none')}</EmptyState>}
      <ul class="cards">
        {open.map((question) => (
          <OpenQuestion key={question.id} question={question} slug={conference.slug} say={say} />
        ))}
      </ul>
      {answered.length > 0 && <h2>{say('pages.import.answered')}</h2>}
      <ul>
        {answered.map(({ id, foundTitle, answer }) => (
          <li key={id}>
            {foundTitle} · {say(`pages.import.answer.${answer}`)}
          </li>
        ))}
      </ul>
    </OrganizeShell>
  );
}

interface OpenQuestionProps {
  question: ImportQuestionShape;
  slug: string;
  say: PageContext['say'];
}

const OpenQuestion = ({ question, slug, say }: OpenQuestionProps) => (
  <li>
    <p>{say(`pages.import.ask.${question.kind}`, { title: question.title, foundTitle: question.foundTitle })}</p>
    <form method="post" action={`/organize/${slug}/import/answers`}>
      <input type="hidden" name="questionId" value={question.id} />
      {ANSWERS[question.kind].map((answer) => (
        <button key={answer} name="answer" value={answer}>
          {say(`pages.import.answer.${answer}`)}
        </button>
      ))}
    </form>
  </li>
);
