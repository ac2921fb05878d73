import { CopyField } from '../components/copy-field.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { QuestionTabs } from '../components/question-rows.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { DayTabs } from './day-tabs.tsx';
import { OwnQuestion, WaitingQuestion } from './desk-questions.tsx';
import { QuestionList } from './all-questions.tsx';
import { OnNow } from './on-now.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';
import { deskOf, NOON, programme, talks } from './style-programme-samples.ts';
import { comments, thread } from './style-samples.ts';
import { HERE, Part } from './style-part.tsx';
import { TalkLine } from './talk-line.tsx';

const FIGURES = ['comments', 'people', 'answered'] as const;
const questions = comments.filter(({ comment }) => comment.kind === 'question');

/** The parts of a conference's page, the desk and the organizers' pages, each in every state. */
export function StyleConference(scene: LocaleSettings) {
  const { say, locale } = scene;
  return (
    <>
      <Part name="stats">
        <Stats>
          {FIGURES.map((name, i) => (
            <Stat key={name} value={(1_207 * i).toLocaleString(locale)}>
              {say(`pages.conference.figure.${name}`, { count: 1_207 * i })}
            </Stat>
          ))}
        </Stats>
      </Part>
      <CopyFields say={say} locale={locale} />
      <Part name="day tabs">
        <DayTabs programme={programme} here={HERE} />
      </Part>
      <Part name="question tabs">
        <QuestionTabs waiting={9} answered={5} beginsWithAnswered={false} />
      </Part>
      <Part name="talk cards">
        <OnNow now={talks.slice(1, 3)} upNext={talks.slice(3, 4)} here={HERE} />
      </Part>
      <Part name="talk lines">
        <ul class="talks">
          {talks.map((talk, i) => (
            <TalkLine key={talk.id} talk={talk} here={HERE} hasRecap={i === 0} isAnyDay={i === 0} />
          ))}
        </ul>
      </Part>
      <Part name="schedule grid">
        <ScheduleGrid talks={talks} addressOf={({ slug }) => `${HERE}/t/${slug}`} at={NOON} />
      </Part>
      <StyleQuestionRows />
      <DeskParts {...scene} />
    </>
  );
}

const CopyFields = ({ say, locale }: Pick<LocaleSettings, 'say' | 'locale'>) => (
  <Part name="copy fields">
    <CopyField
      id={`copy-${locale}`}
      label={say('pages.organize.invitation')}
      value="https://forum.example/claim#Zm9ydHktdHdvIGxldHRlcnM"
    />
    <CopyField
      id={`copy-lines-${locale}`}
      label={say('pages.recap.html')}
      value={'<script async src="https://forum.example/embed.js"></script>\n<noscript>…</noscript>'}
      rows={4}
    />
  </Part>
);

function DeskParts(scene: LocaleSettings) {
  const desk = deskOf(scene);
  return (
    <Part name="desk">
      <OwnQuestion desk={desk} question={{ ...questions[2]!.comment, guestVotes: 3 }} />
      <ol class="desk-queue">
        <WaitingQuestion desk={desk} question={{ ...questions[0]!.comment, guestVotes: 0 }} />
        <WaitingQuestion desk={desk} question={{ ...questions[1]!.comment, guestVotes: 2 }} />
        <WaitingQuestion desk={{ ...desk, isClosed: true }} question={{ ...questions[3]!.comment, guestVotes: 0 }} />
      </ol>
    </Part>
  );
}

const StyleQuestionRows = () => (
  <Part name="question rows">
    <QuestionList
      items={questions.map(({ comment }, i) => ({
        comment,
        answer: i === 3 ? comments.find(({ state }) => state === 'answer')!.comment : null,
        thread: thread(),
        mine: null,
      }))}
      here={HERE}
      from="waiting"
    />
    <QuestionList items={[]} here={HERE} from="waiting" />
  </Part>
);
