import { DateTime } from '../components/date-time.tsx';
import type { ImportReportShape } from './import-report.tsx';
import type { PageContext } from './page.tsx';

type QuestionShape = ImportReportShape['questions'][number];

interface ImportQuestionFieldsProps {
  questions: readonly QuestionShape[];
  /** Earlier answers, which are not asked for again, by the ids of the questions. */
  answers: Readonly<Record<string, string>>;
  say: PageContext['say'];
}

/** Most questions that a form asks at once; the others stay for the page of questions. */
const ASKED = 50;

/** The questions of a file, answered in the form that sends it, with the answers that were given before. */
export const ImportQuestionFields = ({ questions, answers, say }: ImportQuestionFieldsProps) => (
  <>
    {Object.entries(answers)
      .filter(([id]) => !questions.some((question) => question.id === id))
      .map(([id, answer]) => (
        <input key={id} type="hidden" name={`answer-${id}`} value={answer} />
      ))}
    {questions.length > 0 && <p class="notice">{say('pages.import.answerFirst')}</p>}
    {questions.slice(0, ASKED).map((question) => (
      <fieldset key={question.id}>
        <legend>
          {say(`pages.import.ask.${question.kind}`, { title: question.title, foundTitle: question.foundTitle })}
        </legend>
        {question.choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={`answer-${question.id}`}
              value={choice}
              checked={answers[question.id] === choice}
            />{' '}
            {question.kind === 'dates' ? (
              <DateTime at={`${choice}T12:00:00Z`} time={false} timeZone="UTC" />
            ) : (
              say(`pages.import.answer.${choice}`)
            )}
          </label>
        ))}
      </fieldset>
    ))}
  </>
);
