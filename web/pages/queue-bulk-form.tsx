import type { Rule } from '../../locales/rules.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { plainText } from '../components/plain-text.ts';
import type { PageContext } from './page.tsx';
import type { QueuedWords } from './queue-item.ts';
import { RuleChoice } from './rule-choice.tsx';

/** The form of several, as it was refused. */
export interface BulkChoice {
  ids: readonly string[];
  rule: string;
  reason: string;
}

interface QueueBulkFormProps {
  words: readonly QueuedWords[];
  typed: BulkChoice;
  rules: readonly Rule[];
  action: string;
  /** Whether the words may also be approved. */
  mayRelease: boolean;
  say: PageContext['say'];
}

/** Decides on several words at once. A script takes out what others have decided on, and says so. */
export const QueueBulkForm = ({ words, typed, rules, action, mayRelease, say }: QueueBulkFormProps) => (
  <form method="post" action={action} class="card" id="bulk">
    <h2>{say('pages.queue.bulk')}</h2>
    <p class="help" role="status" id="bulk-gone" hidden>
      {say('pages.queue.bulkGone')}
    </p>
    {words.map(({ id, choice, html }) => (
      <label key={id} data-id={id}>
        <input type="checkbox" name="ids" value={choice} checked={typed.ids.includes(choice)} />{' '}
        <span dir="auto">{plainText(html, EXCERPT)}</span>
      </label>
    ))}
    <p>
      <RuleChoice rules={rules} say={say} id="bulk-rule" chosen={typed.rule} />
    </p>
    <Field
      id="bulk-reason"
      name="reason"
      label={say('pages.moderation.reason')}
      maxlength={1000}
      defaultValue={typed.reason}
    />
    <Button name="act" value="withhold">
      {say('pages.organize.withhold')}
    </Button>{' '}
    {mayRelease && (
      <Button name="act" value="release">
        {say('pages.organize.release')}
      </Button>
    )}
  </form>
);

/** Most of the words beside their box, in characters. */
const EXCERPT = 60;
