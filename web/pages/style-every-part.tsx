import { EmptyState } from '../components/empty-state.tsx';
import { CommentItem } from '../components/comment-item.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { Refusal } from '../components/refusal.tsx';
import { QuestionsSection } from '../components/questions-section.tsx';
import { comments, mine, pair, personas, thread } from './style-samples.ts';
import { StyleConference } from './style-conference.tsx';
import { StyleControls } from './style-controls.tsx';
import { StyleForms } from './style-forms.tsx';
import { StyleRecap } from './style-recap.tsx';
import { HERE, Part } from './style-part.tsx';
import { readingOf } from './thread-page.tsx';
import { actions, base, pageOf, Sample } from './style-labelled-sample.tsx';
import { StyleCommentForms } from './style-comment-forms.tsx';
import { StyleThreads } from './style-threads.tsx';

export function EveryPart(scene: LocaleSettings) {
  const { say, locale } = scene;
  return (
    <>
      <h1>{say(`pages.language.${locale}`)}</h1>
      <Type say={say} />
      <StyleControls {...scene} />
      <StyleForms {...scene} />
      <StyleConference {...scene} />
      <StyleRecap />
      <Notices say={say} />
      <StyleComments />
      <Part name="questions">
        <QuestionsSection
          props={base({ thread: thread({ live: true }), mine, word: { kind: 'answered', commentId: pair.root.id } })}
          reading={readingOf(pageOf(comments.map(({ comment }) => ({ ...comment, replies: [] }))), base())}
          actions={null}
          form={null}
        />
      </Part>
      <StyleCommentForms say={say} />
      <StyleThreads />
    </>
  );
}

const Type = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="type">
    <h1>{say('pages.home.title')}</h1>
    <p class="lead">{say('pages.home.lead')}</p>
    <h2>{say('pages.thread.questions')}</h2>
    <h3>{say('pages.thread.now')}</h3>
    <p>
      {say('pages.promise')} <a href={HERE}>{say('pages.privacy.link')}</a>
    </p>
    <p class="help">{say('pages.form.bodyHelp')}</p>
  </Part>
);

const Notices = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="notices">
    <Refusal title={say('problems.invalid-request.title')} detail={say('problems.invalid-request.detail')} />
    <p class="notice">{say('pages.reading.isCalm')}</p>
    <p class="lost">{say('pages.reading.lost')}</p>
    <p class="closed">{say('pages.thread.mayNot')}</p>
    <EmptyState action={<a href={HERE}>{say('pages.desk.showStage')}</a>}>{say('pages.desk.nothing')}</EmptyState>
    <EmptyState>{say('pages.thread.empty')}</EmptyState>
  </Part>
);

/** A comment in each state. */
const StyleComments = () => (
  <Part name="comments">
    {comments.map(({ state, comment }) => (
      <Sample key={state} of={state}>
        <CommentItem comment={comment} props={base()} actions={null} />
      </Sample>
    ))}
    <Sample of="own">
      <CommentItem comment={pair.root} props={base({ mine, personas })} actions={actions} />
    </Sample>
    <Sample of="voted">
      <CommentItem comment={comments[6]!.comment} props={base({ mine, personas })} actions={actions} />
    </Sample>
  </Part>
);
