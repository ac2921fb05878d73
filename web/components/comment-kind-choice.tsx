import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import type { Draft, ThreadActions } from './thread-props.ts';
import { SegmentedChoice } from './segmented.tsx';

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
          <SegmentedChoice
            name="kind"
            choices={(['comment', 'question'] as const).map((kind) => ({
              id: `kind-${kind}`,
              value: kind,
              label: say(`pages.form.kinds.${kind === 'question' ? asked : kind}`),
              isChosen: draft.kind === kind,
              onChoose: actions?.choose(kind),
            }))}
          />
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
