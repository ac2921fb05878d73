import { ReadingSettingsPanel } from '../components/reading-settings-panel.tsx';
import { DEFAULT_READING_SETTINGS } from '../components/reading-settings.ts';
import { emptyDraft, type ClientState } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { comments, mine, pair, personas, thread } from './style-samples.ts';
import { Part } from './style-part.tsx';
import { readingOf } from './thread-page.tsx';
import { actions, base, pageOf, Sample } from './style-labelled-sample.tsx';

const client = (): ClientState => ({
  settings: { ...DEFAULT_READING_SETTINGS, calm: true },
  isOpen: true,
  place: pair.root.id,
  lostSince: '2026-05-02T09:45:00.000Z',
  announced: '',
  readers: 240,
  sinceVisit: { count: 14, at: '…' },
  Panel: ReadingSettingsPanel,
  outgoing: (['sending', 'failed'] as const).map((state) => ({
    path: 'comments' as const,
    key: state,
    state,
    comment: { body: 'Words on their way.' },
  })),
});

/** A discussion in each state. */
export const StyleThreads = () => (
  <Part name="thread">
    <Sample of="empty">
      <ThreadView
        props={base({ thread: thread({ counts: { ...thread().counts, comments: 0, questions: 0 } }) })}
        commentList={readingOf(pageOf([]), base())}
        draft={emptyDraft()}
        actions={null}
      />
    </Sample>
    <SlowThread />
    <Sample of="calm, lost, sending, failed">
      <ThreadView
        props={base({ mine, personas })}
        commentList={readingOf(pageOf(), base())}
        draft={emptyDraft()}
        actions={actions}
        client={client()}
      />
    </Sample>
    <Sample of="embedded questions">
      <ThreadView
        props={base({ embedded: 'questions', thread: thread({ live: true }) })}
        commentList={readingOf(pageOf(comments.map(({ comment }) => ({ ...comment, replies: [] }))), base())}
        draft={emptyDraft()}
        actions={null}
      />
    </Sample>
  </Part>
);

const SlowThread = () => (
  <Sample of="slow, held, more">
    <ThreadView
      props={base({
        mine,
        personas,
        thread: thread({
          slowMode: { interval: 60, reason: 'Many of you at once.', until: '2026-05-02T10:00:00.000Z' },
        }),
      })}
      commentList={readingOf(pageOf(undefined, 'next'), base())}
      draft={emptyDraft()}
      actions={null}
    />
  </Sample>
);
