import type { ComponentChildren } from 'preact';
import { CommentForm } from '../components/comment-form.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { CommentItem } from '../components/comment-item.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { Refusal } from '../components/refusal.tsx';
import { QuestionsSection } from '../components/questions-section.tsx';
import { ReadingSettingsPanel } from '../components/reading-settings-panel.tsx';
import { DEFAULT_READING_SETTINGS } from '../components/reading-settings.ts';
import {
  emptyDraft,
  type ClientState,
  type Draft,
  type ThreadActions,
  type ThreadProps,
} from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { STATES, comments, drafts, mine, pair, personas, thread } from './style-samples.ts';
import { StyleConference } from './style-conference.tsx';
import { StyleControls } from './style-controls.tsx';
import { StyleForms } from './style-forms.tsx';
import { StyleRecap } from './style-recap.tsx';
import { HERE, Part } from './style-part.tsx';
import { readingOf } from './thread-page.tsx';

/** Handlers that do nothing, because this page sends nothing. */
const actions = new Proxy({}, { get: () => () => () => undefined }) as ThreadActions;

const base = (more: Partial<ThreadProps> = {}): ThreadProps => ({
  thread: thread(),
  here: HERE,
  sort: 'oldest',
  mine: null,
  personas: [],
  archiveUrl: null,
  ...more,
});

const pageOf = (items = [{ ...pair.root, replies: [pair.reply] }], next: string | null = null) => ({
  items,
  next,
  seq: 300,
});

function Sample({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <>
      <p class="help">
        <code>{of}</code>
      </p>
      {children}
    </>
  );
}

export function EveryPart(scene: LocaleSettings) {
  const { say, locale } = scene;
  return (
    <>
      <h1>{say(`pages.language.${locale}`)}</h1>
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
      <StyleControls {...scene} />
      <StyleForms {...scene} />
      <StyleConference {...scene} />
      <StyleRecap />
      <Part name="notices">
        <Refusal title={say('problems.invalid-request.title')} detail={say('problems.invalid-request.detail')} />
        <p class="notice">{say('pages.reading.isCalm')}</p>
        <p class="lost">{say('pages.reading.lost')}</p>
        <p class="closed">{say('pages.thread.mayNot')}</p>
        <EmptyState action={<a href={HERE}>{say('pages.desk.showStage')}</a>}>{say('pages.desk.nothing')}</EmptyState>
        <EmptyState>{say('pages.thread.empty')}</EmptyState>
      </Part>
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
      <Part name="questions">
        <QuestionsSection
          props={base({ thread: thread({ live: true }), mine, word: { kind: 'answered', commentId: pair.root.id } })}
          reading={readingOf(pageOf(comments.map(({ comment }) => ({ ...comment, replies: [] }))), base())}
          actions={null}
          form={null}
        />
      </Part>
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
      <Part name="thread">
        <Sample of="empty">
          <ThreadView
            props={base({ thread: thread({ counts: { ...thread().counts, comments: 0, questions: 0 } }) })}
            commentList={readingOf(pageOf([]), base())}
            draft={emptyDraft()}
            actions={null}
          />
        </Sample>
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
    </>
  );
}

const refused = (draft: Draft, say: LocaleSettings['say']): Draft => ({
  ...draft,
  refusal: {
    type: 'about:blank',
    title: say('problems.invalid-request.title'),
    detail: say('problems.invalid-request.detail'),
    status: 422,
  },
});

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
