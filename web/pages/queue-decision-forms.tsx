import type { PageContext } from './page.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { RuleChoice } from './rule-choice.tsx';
import { SanctionFields } from './sanction-fields.tsx';
import type { QueuedWords, QueueItemShape } from './queue-item.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';

interface WordsDecisionFormsProps {
  words: QueuedWords;
  kind: string;
  conference: ConferenceShape;
  say: PageContext['say'];
  action: string;
  maySanction: boolean;
}

export function WordsDecisionForms({ words, kind, conference, say, action, maySanction }: WordsDecisionFormsProps) {
  const { isHeld } = words;
  return (
    <>
      <form method="post" action={action} class="decide">
        <input type="hidden" name={words.field} value={words.id} />
        <input type="hidden" name="revision" value={words.revision} />
        {isHeld && (
          <Button kind="primary" name="act" value="release" formnovalidate>
            {say('pages.organize.release')}
          </Button>
        )}
        <Withholding words={words} conference={conference} say={say} />
        {kind === 'reported' && !isHeld && (
          <details>
            <summary>{say('pages.queue.dismiss')}</summary>
            <Field id={`no-${words.id}`} name="dismissal" label={say('pages.moderation.reason')} maxlength={1000} />
            <Button name="act" value="dismiss" formnovalidate>
              {say('pages.queue.dismiss')}
            </Button>
          </details>
        )}
      </form>
      {maySanction && words.author && (
        <Sanctioning personaId={words.author.id} words={words} conference={conference} say={say} action={action} />
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
      <Field
        id={`out-${appeal.id}`}
        name="reason"
        label={say('pages.moderation.reason')}
        required
        minlength={2}
        maxlength={1000}
      />
      <Button name="act" value="upheld">
        {say('pages.queue.uphold')}
      </Button>{' '}
      <Button kind="primary" name="act" value="reversed">
        {say('pages.queue.reverse')}
      </Button>
    </form>
  );
}

type DecisionProps = Pick<WordsDecisionFormsProps, 'words' | 'conference' | 'say'>;

const Withholding = ({ words, conference, say }: DecisionProps) => (
  <details>
    <summary>{say('pages.organize.withhold')}</summary>
    <p>
      <RuleChoice rules={conference.settings.rules} say={say} id={`rule-${words.id}`} />
    </p>
    <Field
      id={`reason-${words.id}`}
      name="reason"
      label={say('pages.moderation.reason')}
      required
      minlength={2}
      maxlength={1000}
    />
    <Button name="act" value="withhold">
      {say('pages.organize.withhold')}
    </Button>
  </details>
);

type SanctioningProps = DecisionProps & { personaId: string; action: string };

const Sanctioning = ({ personaId, words, conference, say, action }: SanctioningProps) => (
  <details>
    <summary>{say('pages.queue.sanction')}</summary>
    <form method="post" action={action.replace('/queue?', '/sanctions?')}>
      <input type="hidden" name="personaId" value={personaId} />
      <SanctionFields say={say} kindId={`what-${words.id}`} daysId={`for-${words.id}`} />
      <p>
        <RuleChoice rules={conference.settings.rules} say={say} id={`srule-${words.id}`} />
      </p>
      <Field
        id={`why-${words.id}`}
        name="reason"
        label={say('pages.moderation.reason')}
        required
        minlength={2}
        maxlength={1000}
      />
      <Button>{say('pages.queue.decide')}</Button>
    </form>
  </details>
);
