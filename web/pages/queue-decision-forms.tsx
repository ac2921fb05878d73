import type { PageContext } from './page.tsx';
import type { CommentShape, ConferenceShape } from '../components/shapes.ts';
import { RuleChoice } from './rule-choice.tsx';
import { SanctionFields } from './sanction-fields.tsx';
import type { QueueItemShape } from './queue-item.ts';
import { Button } from '../components/button.tsx';

interface CommentDecisionFormsProps {
  comment: CommentShape;
  kind: string;
  conference: ConferenceShape;
  say: PageContext['say'];
  action: string;
  maySanction: boolean;
}

export function CommentDecisionForms({
  comment,
  kind,
  conference,
  say,
  action,
  maySanction,
}: CommentDecisionFormsProps) {
  const isHeld = comment.state === 'held';
  return (
    <>
      <form method="post" action={action} class="decide">
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="revision" value={comment.revision} />
        {isHeld && (
          <Button kind="primary" name="act" value="release" formnovalidate>
            {say('pages.organize.release')}
          </Button>
        )}
        <details>
          <summary>{say('pages.organize.withhold')}</summary>
          <p>
            <RuleChoice rules={conference.settings.rules} say={say} id={`rule-${comment.id}`} />
          </p>
          <p>
            <label for={`reason-${comment.id}`}>{say('pages.moderation.reason')}</label>
            <input id={`reason-${comment.id}`} name="reason" required minlength={2} maxlength={1000} />
          </p>
          <Button name="act" value="withhold">
            {say('pages.organize.withhold')}
          </Button>
        </details>
        {kind === 'reported' && !isHeld && (
          <details>
            <summary>{say('pages.queue.dismiss')}</summary>
            <p>
              <label for={`no-${comment.id}`}>{say('pages.moderation.reason')}</label>
              <input id={`no-${comment.id}`} name="dismissal" maxlength={1000} />
            </p>
            <Button name="act" value="dismiss" formnovalidate>
              {say('pages.queue.dismiss')}
            </Button>
          </details>
        )}
      </form>
      {maySanction && comment.author && (
        <details>
          <summary>{say('pages.queue.sanction')}</summary>
          <form method="post" action={action.replace('/queue?', '/sanctions?')}>
            <input type="hidden" name="personaId" value={comment.author.id} />
            <SanctionFields say={say} kindId={`what-${comment.id}`} daysId={`for-${comment.id}`} />
            <p>
              <RuleChoice rules={conference.settings.rules} say={say} id={`srule-${comment.id}`} />
            </p>
            <p>
              <label for={`why-${comment.id}`}>{say('pages.moderation.reason')}</label>
              <input id={`why-${comment.id}`} name="reason" required minlength={2} maxlength={1000} />
            </p>
            <Button>{say('pages.queue.decide')}</Button>
          </form>
        </details>
      )}
    </>
  );
}

interface AppealDecisionFormsProps {
  appeal: NonNullable<QueueItemShape['appeal']>;
  say: PageContext['say'];
  action: string;
}

export function AppealDecisionForms({ appeal, say, action }: AppealDecisionFormsProps) {
  if (!appeal.mayDecide) return <p class="notice">{say('pages.queue.notYours')}</p>;
  return (
    <form method="post" action={action} class="decide">
      <input type="hidden" name="appealId" value={appeal.id} />
      <p>
        <label for={`out-${appeal.id}`}>{say('pages.moderation.reason')}</label>
        <input id={`out-${appeal.id}`} name="reason" required minlength={2} maxlength={1000} />
      </p>
      <Button name="act" value="upheld">
        {say('pages.queue.uphold')}
      </Button>{' '}
      <Button kind="primary" name="act" value="reversed">
        {say('pages.queue.reverse')}
      </Button>
    </form>
  );
}
