import type {
  CommentShape,
  ConferenceShape,
  DoneModeration,
  ModerationAct,
  ProblemShape,
  ThreadShape,
} from '../components/shapes.ts';
import { Name } from '../components/name.tsx';
import { PageOfForm } from '../components/own-comments.tsx';
import { Refusal } from '../components/refusal.tsx';
import { formsOf } from '../components/thread-props.ts';
import { Page, type PageContext } from './page.tsx';
import { RuleChoice } from './rule-choice.tsx';
import { SanctionFields } from './sanction-fields.tsx';

const ACTS: readonly ModerationAct[] = ['hide', 'mute', 'lock', 'unlock'];

/** The act that an address names; undefined for another word. */
export const moderationActIn = (text: string | undefined): ModerationAct | undefined =>
  ACTS.find((act) => act === text);

/** Reads the act of a moderator from the query of a thread's page; undefined for another word. */
export function doneModerationIn({
  done,
  id,
}: Readonly<Record<string, string | undefined>>): DoneModeration | undefined {
  const act = done === 'undo' ? done : moderationActIn(done);
  return act && { act, hid: act === 'hide' ? (id ?? null) : null };
}

interface ModerationPageProps {
  context: PageContext;
  act: ModerationAct;
  conference: ConferenceShape;
  thread: ThreadShape;
  /** Of what a lock changes, as it is shown. */
  version: string;
  /** The comment that is hidden, or whose author is muted; null for acts on the thread. */
  comment: CommentShape | null;
  here: string;
  at: string;
  draft: { rule: string; reason: string };
  refusal: ProblemShape | null;
}

/** `/c/{conference}/t/{thread}/moderation/{act}`: one act of a moderator with its rule and its reason. */
export function ModerationPage({ context, ...form }: ModerationPageProps) {
  const { say } = context;
  const { act, thread, comment, here, at, refusal } = form;
  return (
    <Page {...context}>
      <p>
        <a href={at ? `${here}?${at}` : here}>{thread.title}</a>
      </p>
      <div id="moderation">
        <h1>{say(`pages.moderation.${act}.title`)}</h1>
        <p class="help">{say(`pages.moderation.${act}.lead`)}</p>
        {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
        {comment && (
          <blockquote class="words" dir="auto">
            {comment.author && (
              <b>
                <Name name={comment.author.name} />
              </b>
            )}
            <div dangerouslySetInnerHTML={{ __html: comment.html }} />
          </blockquote>
        )}
        <ModerationForm {...form} say={say} />
      </div>
    </Page>
  );
}

function ModerationForm({
  act,
  conference,
  thread,
  version,
  comment,
  here,
  at,
  draft,
  say,
}: Omit<ModerationPageProps, 'context' | 'refusal'> & { say: PageContext['say'] }) {
  return (
    <form method="post" action={`${formsOf({ here, thread })}/moderation/${act}`}>
      {comment && <input type="hidden" name="commentId" value={comment.id} />}
      {act === 'mute' && <input type="hidden" name="personaId" value={comment?.author?.id ?? ''} />}
      {!comment && <input type="hidden" name="threadId" value={thread.id} />}
      {!comment && <input type="hidden" name="version" value={version} />}
      <PageOfForm at={at} />
      {act === 'mute' && <SanctionFields say={say} kindId="kind" daysId="days" />}
      {comment && (
        <p>
          <RuleChoice rules={conference.settings.rules} say={say} id="rule" chosen={draft.rule} />
        </p>
      )}
      <p>
        <label for="reason">{say('pages.moderation.reason')}</label>
        <textarea id="reason" name="reason" rows={3} required minlength={2} maxlength={1000} aria-describedby="reads">
          {draft.reason}
        </textarea>
        <span class="help" id="reads">
          {say(`pages.moderation.${comment ? 'readBy' : 'readByAll'}`)}
        </span>
      </p>
      <p class="send">
        <button class={act === 'unlock' ? 'primary' : 'danger'}>{say(`pages.moderation.${act}.do`)}</button>
      </p>
    </form>
  );
}
