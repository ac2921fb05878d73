import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import type { Draft, ThreadActions } from './thread-props.ts';

interface KindChoiceProps {
  draft: Draft;
  actions: ThreadActions | null;
  only: boolean;
  asked: 'speaker' | 'organizers' | undefined;
}

/**
 * Comment or question. A question goes to the speaker and may be anonymous; before the talk only questions can be
 * posted.
 */
export function KindChoice({ draft, actions, only, asked = 'speaker' }: KindChoiceProps) {
  const { say } = useContext(LocaleContext);
  return (
    <fieldset class="kinds rest">
      <legend class="unseen">{say('pages.form.kind')}</legend>
      {only && <input type="hidden" name="kind" value="question" />}
      {!only && (
        <div class="seg">
          {(['comment', 'question'] as const).map((kind) => (
            <>
              <input
                key={kind}
                id={`kind-${kind}`}
                type="radio"
                name="kind"
                value={kind}
                checked={draft.kind === kind}
                onChange={actions?.choose(kind)}
              />
              <label for={`kind-${kind}`}>{say(`pages.form.kinds.${kind === 'question' ? asked : kind}`)}</label>
            </>
          ))}
        </div>
      )}
      {(only || !actions || draft.kind === 'question') && (
        <label class="check">
          <input type="checkbox" name="anonymous" value="yes" defaultChecked={draft.anonymous} />{' '}
          {say('pages.form.anonymous')}
        </label>
      )}
    </fieldset>
  );
}
