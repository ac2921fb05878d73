import { Moment } from '../components/date-time.tsx';
import { RuleChoice } from './moderation-pages.tsx';
import { Page, Refusal, type Frame } from '../components/page.tsx';
import { plain } from '../components/plain-text.ts';
import type { Comment, Conference, ProblemDocument } from '../components/shapes.ts';

interface Earlier {
  id: string;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
}
export interface QueueItem {
  comment: Comment | null;
  threadTitle: string | null;
  threadSlug: string | null;
  heldBecause: string | null;
  reports: { id: string; rule: string; reason: string; at: string }[];
  context: Comment[];
  earlier: Earlier[];
  since: string;
  mayDecide: boolean;
  appeal?: {
    id: string;
    party: string;
    reason: string;
    mayDecide: boolean;
    decision: Earlier;
    personaName: string | null;
  };
  claimedBy?: { name: string; isYou: boolean; until: string };
}

export const QUEUES = ['held', 'reported', 'appeals'] as const;
export interface QueueProps {
  frame: Frame;
  conference: Conference;
  kind: (typeof QUEUES)[number];
  items: QueueItem[];
  next: string | null;
  medianMinutes: number | null;
  isAlone: boolean;
  maySanction: boolean;
  refusal: ProblemDocument | null;
}

/**
 * `/organize/{conference}/queue`: what waits, the longest waiting first. Works by forms alone; a script adds keys and
 * freshness.
 */
export function QueuePage({
  frame,
  conference,
  kind,
  items,
  next,
  medianMinutes,
  isAlone,
  maySanction,
  refusal,
}: QueueProps) {
  const { say } = frame;
  const here = `/organize/${conference.slug}/queue`;
  const bulk = items.filter(({ comment, mayDecide }) => comment !== null && mayDecide);
  return (
    <Page {...frame}>
      <p>
        <a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>
      </p>
      <h1>{say('pages.queue.title')}</h1>
      <nav class="sorts" aria-label={say('pages.queue.title')}>
        {QUEUES.map((each) => (
          <a key={each} href={`${here}?kind=${each}`} aria-current={each === kind ? 'true' : undefined}>
            {say(`pages.queue.kinds.${each}`)}
          </a>
        ))}
      </nav>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {medianMinutes !== null && <p class="help">{say('pages.queue.median', { minutes: medianMinutes })}</p>}
      {kind === 'appeals' && isAlone && (
        <p class="notice">
          {say('pages.queue.alone')} <a href={`/organize/${conference.slug}#invite`}>{say('pages.organize.invite')}</a>
        </p>
      )}
      <div id="queue" data-kind={kind}>
        {items.length === 0 && <p class="empty">{say('pages.queue.nothing')}</p>}
        {items.map((item) => (
          <Item
            key={item.appeal?.id ?? item.comment?.id}
            item={item}
            conference={conference}
            kind={kind}
            frame={frame}
            here={here}
            maySanction={maySanction}
          />
        ))}
      </div>
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}?kind=${kind}&cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      {kind !== 'appeals' && bulk.length > 1 && (
        <form method="post" action={`${here}?kind=${kind}`} class="card" id="bulk">
          <h2>{say('pages.queue.bulk')}</h2>
          {bulk.map(({ comment }) => (
            <label key={comment!.id}>
              <input type="checkbox" name="ids" value={`${comment!.id}.${comment!.revision}`} />{' '}
              <span dir="auto">{excerpt(comment!.html)}</span>
            </label>
          ))}
          <p>
            <RuleChoice rules={conference.settings.rules} say={say} id="bulk-rule" />
          </p>
          <p>
            <label for="bulk-reason">{say('pages.moderation.reason')}</label>
            <input id="bulk-reason" name="reason" maxlength={1000} />
          </p>
          <button name="act" value="withhold">
            {say('pages.organize.withhold')}
          </button>{' '}
          {kind === 'held' && (
            <button name="act" value="release">
              {say('pages.organize.release')}
            </button>
          )}
        </form>
      )}
      <p class="help keys">{say('pages.queue.keys')}</p>
    </Page>
  );
}

const excerpt = (html: string): string => plain(html, 60);

interface Shown {
  item: QueueItem;
  conference: Conference;
  kind: string;
  frame: Frame;
  here: string;
  maySanction: boolean;
}

function Item({ item, conference, kind, frame, here, maySanction }: Shown) {
  const { say } = frame;
  const { comment, appeal, claimedBy, reports, earlier, context } = item;
  const isOthers = claimedBy !== undefined && !claimedBy.isYou;
  const id = appeal?.id ?? comment!.id;
  return (
    <article
      class={`card item${isOthers ? ' others' : ''}`}
      data-id={comment?.id ?? ''}
      tabindex={-1}
      id={`q-${id}`}
      aria-label={comment?.author?.name ?? appeal?.personaName ?? say('pages.thread.nobody')}
    >
      <p class="help">
        <b dir="auto">{comment?.author?.name ?? appeal?.personaName ?? say('pages.thread.nobody')}</b>
        {item.threadSlug && (
          <>
            {' '}
            · <a href={`/c/${conference.slug}/t/${item.threadSlug}`}>{item.threadTitle}</a>
          </>
        )}{' '}
        · <Moment at={item.since} />
        {item.heldBecause && (
          <>
            {' '}
            <span class="badge">{say(`pages.queue.because.${item.heldBecause}`)}</span>
          </>
        )}
        {claimedBy && (
          <>
            {' '}
            <span class="badge">
              {claimedBy.isYou
                ? say('pages.queue.yours')
                : say('pages.queue.theirs', { name: claimedBy.name || say('pages.thread.nobody') })}
            </span>
          </>
        )}
      </p>
      {context.map((around) => (
        <div key={around.id} class="around">
          <b dir="auto">{around.author?.name ?? say('pages.thread.nobody')}</b>{' '}
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: around.html }} />
        </div>
      ))}
      {comment && <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />}
      {reports.length > 0 && (
        <ul class="reports">
          {reports.map((report) => (
            <li key={report.id}>
              <span class="badge">{titleOf(conference, report.rule)}</span> <span dir="auto">{report.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {appeal && (
        <div class="around">
          <p>
            {say(`pages.ledger.kinds.${appeal.decision.kind}`)}
            {appeal.decision.rule && <> · {titleOf(conference, appeal.decision.rule)}</>}:{' '}
            <span dir="auto">{appeal.decision.reason}</span>
          </p>
          <p>
            <b>{say(`pages.queue.party.${appeal.party}`)}</b> <span dir="auto">{appeal.reason}</span>
          </p>
        </div>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{say('pages.queue.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((decision) => (
              <li key={decision.id}>
                <Moment at={decision.at} time={false} /> {say(`pages.ledger.kinds.${decision.kind}`)}:{' '}
                <span dir="auto">{decision.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {appeal && <AppealActs appeal={appeal} say={say} action={`${here}?kind=appeals`} />}
      {!appeal && !item.mayDecide && <p class="notice">{say('pages.queue.own')}</p>}
      {!appeal && item.mayDecide && (
        <CommentActs
          comment={comment!}
          kind={kind}
          conference={conference}
          say={say}
          action={`${here}?kind=${kind}`}
          maySanction={maySanction}
        />
      )}
    </article>
  );
}

const titleOf = (conference: Conference, rule: string): string =>
  conference.settings.rules.find(({ key }) => key === rule)?.title ?? rule;

function CommentActs({
  comment,
  kind,
  conference,
  say,
  action,
  maySanction,
}: {
  comment: Comment;
  kind: string;
  conference: Conference;
  say: Frame['say'];
  action: string;
  maySanction: boolean;
}) {
  const isHeld = comment.state === 'held';
  return (
    <>
      <form method="post" action={action} class="decide">
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="revision" value={comment.revision} />
        {isHeld && (
          <button class="primary" name="act" value="release" formnovalidate>
            {say('pages.organize.release')}
          </button>
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
          <button name="act" value="withhold">
            {say('pages.organize.withhold')}
          </button>
        </details>
        {kind === 'reported' && !isHeld && (
          <details>
            <summary>{say('pages.queue.dismiss')}</summary>
            <p>
              <label for={`no-${comment.id}`}>{say('pages.moderation.reason')}</label>
              <input id={`no-${comment.id}`} name="dismissal" maxlength={1000} />
            </p>
            <button name="act" value="dismiss" formnovalidate>
              {say('pages.queue.dismiss')}
            </button>
          </details>
        )}
      </form>
      {maySanction && comment.author && (
        <details>
          <summary>{say('pages.queue.sanction')}</summary>
          <form method="post" action={action.replace('/queue?', '/sanctions?')}>
            <input type="hidden" name="personaId" value={comment.author.id} />
            <p>
              <label for={`what-${comment.id}`}>{say('pages.queue.what')}</label>
              <select id={`what-${comment.id}`} name="kind">
                <option value="mute">{say('pages.queue.mute')}</option>
                <option value="suspend">{say('pages.queue.suspend')}</option>
              </select>
            </p>
            <p>
              <label for={`for-${comment.id}`}>{say('pages.queue.howLong')}</label>
              <select id={`for-${comment.id}`} name="days">
                {[1, 7, 30].map((days) => (
                  <option key={days} value={days}>
                    {say('pages.queue.days', { count: days })}
                  </option>
                ))}
                <option value="">{say('pages.queue.forGood')}</option>
              </select>
            </p>
            <p>
              <RuleChoice rules={conference.settings.rules} say={say} id={`srule-${comment.id}`} />
            </p>
            <p>
              <label for={`why-${comment.id}`}>{say('pages.moderation.reason')}</label>
              <input id={`why-${comment.id}`} name="reason" required minlength={2} maxlength={1000} />
            </p>
            <button>{say('pages.queue.decide')}</button>
          </form>
        </details>
      )}
    </>
  );
}

function AppealActs({
  appeal,
  say,
  action,
}: {
  appeal: NonNullable<QueueItem['appeal']>;
  say: Frame['say'];
  action: string;
}) {
  if (!appeal.mayDecide) return <p class="notice">{say('pages.queue.notYours')}</p>;
  return (
    <form method="post" action={action} class="decide">
      <input type="hidden" name="appealId" value={appeal.id} />
      <p>
        <label for={`out-${appeal.id}`}>{say('pages.moderation.reason')}</label>
        <input id={`out-${appeal.id}`} name="reason" required minlength={2} maxlength={1000} />
      </p>
      <button name="act" value="upheld">
        {say('pages.queue.uphold')}
      </button>{' '}
      <button class="primary" name="act" value="reversed">
        {say('pages.queue.reverse')}
      </button>
    </form>
  );
}

export interface AuditProps {
  frame: Frame;
  conference: Conference;
  entries: { at: string; role: string; name: string | null; action: string; subject: string | null }[];
  next: string | null;
}

/** `/organize/{conference}/audit`: what people with a right did; never an address. */
export function AuditPage({ frame, conference, entries, next }: AuditProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <p>
        <a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>
      </p>
      <h1>{say('pages.audit.title')}</h1>
      <p class="lead">{say('pages.audit.lead')}</p>
      <ul class="cards">
        {entries.map(({ at, role, name, action, subject }, i) => (
          <li key={i}>
            <Moment at={at} /> · {say(`pages.audit.roles.${role}`)}
            {name && (
              <>
                {' '}
                · <b dir="auto">{name}</b>
              </>
            )}{' '}
            · <code>{action}</code>
            {subject && (
              <>
                {' '}
                · <code>{subject}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p class="empty">{say('pages.ledger.empty')}</p>}
      {next && (
        <p>
          <a class="more" rel="next" href={`/organize/${conference.slug}/audit?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}

/** `/organize/{conference}/powers`: who may do what, from the rules that the server itself asks. */
export function PowersPage({
  frame,
  conference,
  faces,
  acts,
}: {
  frame: Frame;
  conference: Conference;
  faces: readonly string[];
  acts: { name: string; may: boolean[] }[];
}) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <p>
        <a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>
      </p>
      <h1>{say('pages.powers.title')}</h1>
      <p class="lead">{say('pages.powers.lead')}</p>
      <div class="wide" tabindex={0} role="region" aria-label={say('pages.powers.title')}>
        <table>
          <thead>
            <tr>
              <td />
              {faces.map((face) => (
                <th key={face} scope="col">
                  {say(`pages.powers.faces.${face}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ name, may }) => (
              <tr key={name}>
                <th scope="row">{say(`pages.powers.acts.${name}`)}</th>
                {may.map((each, i) => (
                  <td key={faces[i]}>{say(each ? 'pages.powers.yes' : 'pages.powers.no')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

export interface ConductProps {
  frame: Frame;
  conference: Conference;
  rules: string;
  words: { fr: string; en: string };
  contact: { text: string; url: string | null };
  sanctions: {
    id: string;
    kind: string;
    until: string | null;
    name: string | null;
    reason: string;
    isYours: boolean;
  }[];
  isOrganizer: boolean;
  refusal: ProblemDocument | null;
}

/** `/organize/{conference}/conduct`: the rules, the words that are held, the contact, and the sanctions that last. */
export function ConductPage({
  frame,
  conference,
  rules,
  words,
  contact,
  sanctions,
  isOrganizer,
  refusal,
}: ConductProps) {
  const { say } = frame;
  const here = `/organize/${conference.slug}/conduct`;
  return (
    <Page {...frame}>
      <p>
        <a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>
      </p>
      <h1>{say('pages.conduct.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {isOrganizer && (
        <form method="post" action={here} class="card">
          <p>
            <label for="rules">{say('pages.conduct.rules')}</label>
            <textarea id="rules" name="rules" rows={8} required>
              {rules}
            </textarea>
            <span class="help">{say('pages.conduct.rulesHelp')}</span>
          </p>
          <p>
            <label for="words-fr">{say('pages.conduct.words', { language: say('pages.language.fr') })}</label>
            <textarea id="words-fr" name="wordsFr" rows={4}>
              {words.fr}
            </textarea>
          </p>
          <p>
            <label for="words-en">{say('pages.conduct.words', { language: say('pages.language.en') })}</label>
            <textarea id="words-en" name="wordsEn" rows={4}>
              {words.en}
            </textarea>
            <span class="help">{say('pages.conduct.wordsHelp')}</span>
          </p>
          <p>
            <label for="contact">{say('pages.conduct.contact')}</label>
            <textarea id="contact" name="contact" rows={3} maxlength={1000}>
              {contact.text}
            </textarea>
          </p>
          <p>
            <label for="contact-url">{say('pages.conduct.contactUrl')}</label>
            <input id="contact-url" name="contactUrl" type="url" maxlength={500} value={contact.url ?? ''} />
          </p>
          <button class="primary">{say('pages.form.save')}</button>
        </form>
      )}
      <section>
        <h2>{say('pages.conduct.sanctions')}</h2>
        {sanctions.length === 0 && <p class="empty">{say('pages.conduct.noSanctions')}</p>}
        <ul class="cards">
          {sanctions.map(({ id, kind, until, name, reason, isYours }) => (
            <li key={id}>
              <p>
                <b dir="auto">{name ?? say('pages.thread.nobody')}</b> ·{' '}
                {say(kind === 'muted' ? 'pages.queue.mute' : 'pages.queue.suspend')} ·{' '}
                {until ? <Moment at={until} zone /> : say('pages.queue.forGood')} · <span dir="auto">{reason}</span>
              </p>
              {isYours ? (
                <p class="help">{say('pages.conduct.own')}</p>
              ) : (
                <form method="post" action={`/organize/${conference.slug}/sanctions/${id}`} class="inline">
                  <label>
                    {say('pages.moderation.reason')} <input name="reason" maxlength={1000} />
                  </label>
                  <button>{say('pages.conduct.end')}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
