import { useContext } from 'preact/hooks';
import { Moment } from '../components/date-time.tsx';
import { Page, Refusal, type Frame } from '../components/page.tsx';
import { Scene } from '../components/locale-context.ts';
import { SendAgain, type RefusedForm } from './refused-form.tsx';
import type { Conference, ProblemDocument, Thread } from '../components/shapes.ts';

export interface LedgerLine {
  id: string;
  until?: string;
  reverses?: string;
  at: string;
  kind: string;
  rule: string | null;
  reason: string;
  role: string;
  threadId: string | null;
  reversedBy?: string;
}

/** `/c/{conference}/ledger`: every public decision, its rule and its reason; never who, never the words. */
export function LedgerPage({
  frame,
  conference,
  lines,
  next,
}: {
  frame: Frame;
  conference: Conference;
  lines: LedgerLine[];
  next: string | null;
}) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.ledger.title')}</h1>
      <p class="lead">{say('pages.ledger.lead')}</p>
      <p class="sorts">
        <a href={`/c/${conference.slug}/rules`}>{say('pages.rules.link')}</a>{' '}
        <a href={`/c/${conference.slug}/figures`}>{say('pages.figures.link')}</a>{' '}
        <a href={`/c/${conference.slug}/ledger.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.ledger.feed')}
        </a>
      </p>
      {lines.length === 0 && <p class="empty">{say('pages.ledger.empty')}</p>}
      <LedgerLines conference={conference} lines={lines} />
      {next && (
        <p>
          <a class="more" rel="next" href={`/c/${conference.slug}/ledger?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}

/** Decisions, line by line. */
export function LedgerLines({ conference, lines }: { conference: Conference; lines: LedgerLine[] }) {
  const { say } = useContext(Scene);
  const titles = new Map(conference.settings.rules.map(({ key, title }) => [key, title]));
  return (
    <ul class="cards">
      {lines.map((line, i) => (
        <li key={i} id={line.id}>
          <p>
            <Moment at={line.at} /> · <b>{say(`pages.ledger.kinds.${line.kind}`)}</b> ·{' '}
            {say(`pages.audit.roles.${line.role}`)}
            {line.rule && <> · {titles.get(line.rule) ?? line.rule}</>}
          </p>
          <p dir="auto">{line.reason}</p>
          {line.until && (
            <p class="help">
              {say('pages.ledger.until')} <Moment at={line.until} zone />
            </p>
          )}
          {line.reversedBy && (
            <p class="help">
              <a href={`#${line.reversedBy}`}>{say('pages.ledger.reversed')}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Something somebody may do: in the whole conference or in one talk. */
interface Right {
  id: string;
  role: string;
  talkId: string | null;
  name: string | null;
}

export interface OrganizeProps {
  frame: Frame;
  conference: Conference;
  threads: Thread[];
  waits: boolean;
  /** How many threads the last change of the conference has still to reach. */
  progress: { threads: number; remaining: number };
  refusal: ProblemDocument | null;
  invitation: string | null;
  done: string | null;
  isOrganizer: boolean;
  grants: Right[];
  invitations: { items: (Right & { state: string; expiresAt: string })[]; next: string | null };
}

/** `/organize/{conference}`: what waits for a decision, the threads, invitations, the programme. */
export function OrganizePage({
  frame,
  conference,
  threads,
  waits,
  progress,
  refusal,
  invitation,
  done,
  grants,
  invitations,
  isOrganizer,
}: OrganizeProps) {
  const { say } = frame;
  const here = `/organize/${conference.slug}`;
  return (
    <Page {...frame}>
      <h1>{say('pages.organize.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      {invitation && (
        <p class="notice" role="status">
          {say('pages.organize.invitation')} <code>{invitation}</code>
        </p>
      )}
      <section>
        <h2>{say('pages.queue.title')}</h2>
        {progress.remaining > 0 && <p role="status">{say('pages.organize.progress', progress)}</p>}
        <p>
          {waits ? (
            <a class="primary" href={`${here}/queue`}>
              {say('pages.queue.link')}
            </a>
          ) : (
            <>
              <a href={`${here}/queue`}>{say('pages.queue.title')}</a>: {say('pages.queue.nothing')}
            </>
          )}
        </p>
        <p class="sorts">
          <a href={`${here}/conduct`}>{say('pages.conduct.link')}</a>{' '}
          <a href={`${here}/powers`}>{say('pages.powers.link')}</a>{' '}
          {isOrganizer && <a href={`${here}/audit`}>{say('pages.audit.link')}</a>}{' '}
          <a href={`/c/${conference.slug}/ledger`}>{say('pages.ledger.link')}</a>
        </p>
      </section>
      <section>
        <h2>{say('pages.organize.threads')}</h2>
        <ul class="cards">
          {threads.map((thread) => (
            <li key={thread.id}>
              <a href={`/c/${conference.slug}/t/${thread.slug}`}>{thread.title}</a>{' '}
              <span class="badge">{say(`pages.threadState.${thread.state}`)}</span>
              {['open', 'questions', 'locked'].includes(thread.state) && (
                <form method="post" action={`${here}/threads`} class="inline">
                  <input type="hidden" name="threadId" value={thread.id} />
                  <input type="hidden" name="state" value={thread.state === 'locked' ? 'open' : 'locked'} />
                  <label>
                    {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
                  </label>
                  <button>{say(thread.state === 'locked' ? 'pages.organize.unlock' : 'pages.organize.lock')}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
      {isOrganizer && (
        <section>
          <h2>{say('pages.ending.archive')}</h2>
          <p class="help">{say('pages.archive.help', { slug: conference.slug })}</p>
          <p>
            <a href={`/api/v1/admin/conferences/${conference.slug}/export`} download>
              {say('pages.archive.button')}
            </a>
          </p>
          <h2>{say('pages.recap.link')}</h2>
          <p>
            <a href={`/c/${conference.slug}/recap/edit`}>{say('pages.recap.write')}</a>
          </p>
          <h2>{say('pages.embed.title')}</h2>
          <p>
            <a href={`${here}/embedding`}>{say('pages.embed.link')}</a>
          </p>
          <h2 id="invite">{say('pages.organize.invite')}</h2>
          <form method="post" action={`${here}/invitations`} class="card">
            <label>
              {say('pages.organize.role')}{' '}
              <select name="role">
                <option value="moderator">{say('pages.role.moderator')}</option>
                <option value="organizer">{say('pages.role.organizer')}</option>
              </select>
            </label>
            <label>
              {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
            </label>
            <button>{say('pages.organize.makeLink')}</button>
          </form>
          {threads.some(({ talkId }) => talkId !== null) && (
            <form method="post" action={`${here}/invitations`} class="card" id="invite-speaker">
              <input type="hidden" name="role" value="speaker" />
              <label>
                {say('pages.organize.speakerOf')}{' '}
                <select name="talkId">
                  {threads
                    .filter(({ talkId }) => talkId !== null)
                    .map(({ talkId, title }) => (
                      <option key={talkId} value={talkId!}>
                        {title}
                      </option>
                    ))}
                </select>
              </label>
              <label>
                {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
              </label>
              <button>{say('pages.organize.makeLink')}</button>
            </form>
          )}
          <form method="post" action={`${here}/speaker-links`} class="card">
            <p class="help">{say('pages.organize.allLinksHelp')}</p>
            <button>{say('pages.organize.allLinks')}</button>
          </form>
          <Grants grants={grants} threads={threads} here={here} say={say} />
          {invitations.items.length > 0 && (
            <Invitations invitations={invitations} threads={threads} here={here} say={say} />
          )}
          <h2>{say('pages.organize.import')}</h2>
          <p class="help">{say('pages.organize.importHelp')}</p>
          <form class="card" id="import" data-url={`/api/v1/admin/conferences/${conference.slug}/imports`} hidden>
            <label>
              {say('pages.organize.file')} <input type="file" name="file" accept=".json,.xml" required />
            </label>
            <button name="dryRun" value="true">
              {say('pages.organize.tryImport')}
            </button>{' '}
            <button class="primary" name="dryRun" value="false">
              {say('pages.organize.doImport')}
            </button>
            <p role="status" data-done={say('pages.organize.imported')} data-tried={say('pages.organize.tried')} />
          </form>
          <noscript>
            <p>
              {say('pages.organize.importByCommand')} <code>npm run aftertalk -- conference import FILE</code>
            </p>
          </noscript>
        </section>
      )}
    </Page>
  );
}

/** Who may what, each with the button that takes it back. */
function Grants({
  grants,
  threads,
  here,
  say,
}: Pick<OrganizeProps, 'grants' | 'threads'> & { here: string; say: Frame['say'] }) {
  const titles = new Map(threads.map(({ talkId, title }) => [talkId, title]));
  return (
    <section id="grants">
      <h2>{say('pages.organize.grants')}</h2>
      <p class="help">{say('pages.organize.grantsHelp')}</p>
      {grants.length === 0 && <p class="empty">{say('pages.organize.noGrants')}</p>}
      <ul class="cards">
        {grants.map(({ id, role, talkId, name }) => (
          <li key={id}>
            <form method="post" action={`${here}/grants`}>
              <input type="hidden" name="grantId" value={id} />
              <b dir="auto">{name ?? say('pages.organize.noName')}</b>{' '}
              <span class="badge">{say(`pages.role.${role}`)}</span>{' '}
              {talkId !== null && <span>{titles.get(talkId) ?? ''}</span>}{' '}
              <button class="link">{say('pages.organize.takeBack')}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links that nobody has opened yet, each with the button after which it gives nothing. */
function Invitations({
  invitations: { items, next },
  threads,
  here,
  say,
}: Pick<OrganizeProps, 'invitations' | 'threads'> & { here: string; say: Frame['say'] }) {
  const titles = new Map(threads.map(({ talkId, title }) => [talkId, title]));
  return (
    <section id="invitations">
      <h2>{say('pages.organize.openLinks')}</h2>
      <p class="help">{say('pages.organize.openLinksHelp')}</p>
      <ul class="cards">
        {items.map(({ id, role, talkId, name, state, expiresAt }) => (
          <li key={id}>
            <form method="post" action={`${here}/invitations/cancelled`}>
              <input type="hidden" name="invitationId" value={id} />
              <b dir="auto">{name ?? say('pages.organize.forSomebody')}</b>{' '}
              <span class="badge">{say(`pages.role.${role}`)}</span>{' '}
              {talkId !== null && <span>{titles.get(talkId) ?? ''}</span>}{' '}
              {state === 'ended' ? (
                <span class="help">{say('pages.organize.linkEnded')}</span>
              ) : (
                <span class="help">
                  {say('pages.organize.until')} <Moment at={expiresAt} zone />
                </span>
              )}{' '}
              <button class="link">{say('pages.organize.cancelLink')}</button>
            </form>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}?cursor=${encodeURIComponent(next)}#invitations`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </section>
  );
}

/** A refusal as a page, and what each kind of refusal means. */
export function ProblemPage({
  frame,
  document,
  form = null,
}: {
  frame: Frame;
  document: ProblemDocument;
  form?: RefusedForm | null;
}) {
  const asksToSignIn = SOLVED_BY_SIGNING_IN.includes(document.type);
  return (
    <Page {...frame}>
      <h1>{document.title}</h1>
      {document.detail && <p class="lead">{document.detail}</p>}
      {document.errors && (
        <ul>
          {document.errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
      {form && <SendAgain form={form} />}
      {asksToSignIn && (
        <p>
          <a class="primary" href={`/sign-in?next=${encodeURIComponent(frame.here)}`}>
            {frame.say('pages.signIn.comeBack')}
          </a>
        </p>
      )}
      <p>
        <a href="/">{frame.say('pages.home.link')}</a>
      </p>
    </Page>
  );
}

const SOLVED_BY_SIGNING_IN = ['/problems/session-required', '/problems/sign-in-stale'];

/** `/problems/{slug}`: what the type of a problem document leads to. */
export function ProblemKindPage({ frame, slug, status }: { frame: Frame; slug: string; status: number }) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say(`problems.${slug}.title`)}</h1>
      <p class="lead">{say(`problems.${slug}.detail`)}</p>
      <p class="help">
        HTTP {status} · <code>/problems/{slug}</code>
      </p>
      <p>
        <a href="/">{say('pages.home.link')}</a>
      </p>
    </Page>
  );
}
