import { CommentForm } from '../components/comment-form.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { emptyDraft, type Draft } from '../components/thread-props.ts';
import { STATES, drafts, mine, thread } from './style-samples.ts';
import { Part } from './style-part.tsx';
import { actions, base, Sample } from './style-labelled-sample.tsx';

const refused = (draft: Draft, say: LocaleSettings['say']): Draft => ({
  ...draft,
  refusal: {
    type: 'about:blank',
    title: say('problems.invalid-request.title'),
    detail: say('problems.invalid-request.detail'),
    status: 422,
  },
});

/** The form of a comment in each state. */
export const StyleCommentForms = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="form">
    {drafts.map(({ state, draft, signedIn, personas: choices, replied }) => (
      <Sample key={state} of={state}>
        <CommentForm
          props={base({ mine: signedIn ? mine : null, personas: choices })}
          draft={state === 'refused' ? refused(draft, say) : draft}
          actions={state === 'guest' ? null : actions}
          replied={replied ?? null}
        />
      </Sample>
    ))}
    <Sample of="may not">
      <CommentForm
        props={base({ mine: { ...mine, may: { ...mine.may, comment: false, ask: false } } })}
        draft={emptyDraft()}
        actions={null}
        replied={null}
      />
    </Sample>
    {STATES.filter((state) => state !== 'open').map((state) => (
      <Sample key={state} of={state}>
        <CommentForm
          props={base({ thread: thread({ state }), archiveUrl: 'https://archive.example/' })}
          draft={emptyDraft()}
          actions={null}
          replied={null}
        />
      </Sample>
    ))}
  </Part>
);
