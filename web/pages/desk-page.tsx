import { TimeOfDay } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { tallyOf } from '../components/questions-section.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Toast } from '../components/toast.tsx';
import { DeskButton } from './desk-form.tsx';
import { HeldComments, SettledQuestions } from './desk-moderation.tsx';
import type { DeskProps } from './desk-props.ts';
import { OthersQuestion, OwnQuestion, WaitingQuestion } from './desk-questions.tsx';
import { AnnouncementControls, SlowModeControls } from './desk-thread-controls.tsx';
import { Page } from './page.tsx';
import { ResendForm } from './refused-form.tsx';
import { Chip } from '../components/chip.tsx';

/**
 * `/c/{conference}/t/{thread}/desk`: the questions for those who answer, usable with one thumb. Every button is a form.
 */
export function DeskPage(desk: DeskProps) {
  const { context, thread, refusal, isClosed } = desk;
  const { say } = context;
  return (
    <Page {...context} width="page">
      <div id="desk" data-thread={thread.id} data-left={say('pages.desk.left')} data-close={say('pages.desk.discard')}>
        <DoneToast {...desk} />
        <DeskBar {...desk} />
        <h1>{say('pages.desk.title')}</h1>
        <DeskLinks {...desk} />
        <p class="lost" role="status" hidden>
          {say('pages.stage.lost')}
        </p>
        {isClosed && <p class="closed locked">{say(`pages.desk.closed.${thread.state}`)}</p>}
        {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
        {desk.kept && <ResendForm form={desk.kept} />}
        <div class="desk-columns">
          <DeskQuestions {...desk} />
          <aside>
            <HeldComments desk={desk} />
            {!isClosed && <AnnouncementControls desk={desk} />}
            <SlowModeControls desk={desk} />
            <p class="help keys">{say('pages.desk.keys')}</p>
          </aside>
        </div>
      </div>
    </Page>
  );
}

/**
 * Draws the state of the live hour and its beginning, the number of questions, and the button that begins or ends it.
 */
function DeskBar(desk: DeskProps) {
  const {
    context: { say },
    thread,
  } = desk;
  return (
    <div class="desk-bar">
      {thread.live && (
        <Chip kind="live">
          {say('pages.thread.live')}
          {desk.liveSince && (
            <span>
              {say('pages.desk.since')} <TimeOfDay at={desk.liveSince} />
            </span>
          )}
        </Chip>
      )}
      <span class="tally">{thread.counts.questions > 0 && tallyOf(thread.counts, say)}</span>
      {thread.live && <DeskButton desk={desk} act="unlive" label={say('pages.desk.endLive')} />}
      {!thread.live && !desk.isClosed && <DeskButton desk={desk} act="live" label={say('pages.desk.beginLive')} />}
    </div>
  );
}

function DoneToast(desk: DeskProps) {
  const {
    context: { say },
    done,
    here,
  } = desk;
  if (!done) return null;
  const undo = done.undo && (
    <DeskButton desk={desk} act={done.undo} id={done.id ?? undefined} label={say('pages.undo')} />
  );
  const link = done.act === 'answer' && done.id && <a href={`${here}/q/${done.id}`}>{say('pages.desk.see')}</a>;
  return <Toast also={undo || link}>{say(`pages.desk.done.${done.act}`)}</Toast>;
}

const DeskLinks = ({ context: { say }, thread, here, mayRecap }: DeskProps) => (
  <p class="meta dots">
    <a href={here}>{thread.title}</a>
    <a href={`${here}/stage`}>{say('pages.thread.stage')}</a>
    {thread.talkId !== null && <a href={`${here}/links`}>{say('pages.talkLinks.link')}</a>}
    {mayRecap && <a href={`${here}/recap/edit`}>{say('pages.recap.link')}</a>}
  </p>
);

/** The questions: taken ones, those of others, waiting ones, and those that are settled. */
function DeskQuestions(desk: DeskProps) {
  const { context, here, questions, mine, isClosed } = desk;
  const { say } = context;
  const isOwn = ({ id }: { id: string }): boolean => mine.includes(id) && !isClosed;
  const own = questions.filter(isOwn);
  const others = questions.filter((each) => each.question?.status === 'taken' && !isOwn(each));
  const open = questions.filter(({ question }) => question?.status === 'open');
  return (
    <div>
      {own.map((question) => (
        <OwnQuestion key={question.id} desk={desk} question={question} />
      ))}
      {others.map((question) => (
        <OthersQuestion key={question.id} desk={desk} question={question} />
      ))}
      <h2>{say('pages.desk.open', { count: desk.open })}</h2>
      {open.length === 0 && (
        <EmptyState action={<a href={`${here}/stage`}>{say('pages.desk.showStage')}</a>}>
          {say('pages.desk.nothing')}
        </EmptyState>
      )}
      <ol class="desk-queue">
        {open.map((question) => (
          <WaitingQuestion key={question.id} desk={desk} question={question} />
        ))}
      </ol>
      <SettledQuestions desk={desk} />
    </div>
  );
}
