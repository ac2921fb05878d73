import { Moment } from '../components/date-time.tsx';
import { Page, type Frame } from '../components/page.tsx';

/** How long readers may still see something of an account that has left. */
export interface GoneWithin {
  minutes: number;
  hours: number;
}

export interface MyComment {
  id: string;
  url: string;
  conference: string;
  thread: string;
  kind: string;
  state: string;
  persona: string | null;
  isAnonymous: boolean;
  source: string;
  votes: number;
  postedAt: string;
  earlier: { revision: number; source: string; writtenAt: string }[];
}

export interface MyDataProps {
  frame: Frame;
  data: {
    account: { emailMasked: string; locale: string; createdOn: string };
    personas: { id: string; conference: string; name: string; tagline: string; withdrawnAt: string | null }[];
    rights: { role: string; conference: string | null; talk: string | null }[];
    badges: { role: string; conference: string; talk: string | null; persona: string | null }[];
    sanctions: { kind: string; conference: string; until: string | null; reason: string }[];
    comments: MyComment[];
    votes: { commentId: string; conference: string; thread: string }[];
    sessions: { begunAt: string; seenAt: string }[];
    passkeys: { name: string; madeOn: string; usedOn: string | null }[];
    tellMeWhenArchived: { conference: string }[];
    decisionsAboutMe: { decisionId: string; commentId: string | null; kind: string; reason: string; at: string }[];
    decisionsByMe: { decisionId: string; conference: string; kind: string; reason: string; at: string }[];
    reports: { receipt: string; reason: string; status: string; madeAt: string }[];
    appeals: { decisionId: string; reason: string; at: string; outcome: string | null }[];
    actions: { action: string; at: string }[];
  };
}

/** `/me/export`: everything about oneself, to read and to print. */
export function MyDataPage({ frame, data }: MyDataProps) {
  const { say } = frame;
  const { account, personas, rights, sanctions, comments, votes, sessions, decisionsAboutMe, decisionsByMe } = data;
  const role = (name: string): string => say(`pages.role.${name}`);
  return (
    <Page {...frame}>
      <h1>{say('pages.export.title')}</h1>
      <p class="lead">{say('pages.export.lead')}</p>
      <p>
        <a href="/api/v1/me/export" download>
          {say('pages.export.json')}
        </a>
      </p>
      <section>
        <h2>{say('pages.export.account')}</h2>
        <p>
          {say('pages.me.address', { masked: account.emailMasked })}{' '}
          {say('pages.export.since', { day: account.createdOn })}
        </p>
      </section>
      <List
        title={say('pages.me.faces')}
        items={personas}
        show={({ name, tagline, conference, withdrawnAt }) => (
          <>
            <b dir="auto">{withdrawnAt === null ? name : say('pages.export.withdrawn')}</b>{' '}
            {tagline && <span dir="auto">{tagline}</span>} · {conference}
          </>
        )}
      />
      <List
        title={say('pages.export.comments', { count: comments.length })}
        items={comments}
        show={(comment) => <Said comment={comment} frame={frame} />}
      />
      <List
        title={say('pages.export.votes', { count: votes.length })}
        items={votes}
        show={({ conference, thread }) => (
          <>
            {thread} · {conference}
          </>
        )}
      />
      <List
        title={say('pages.export.rights')}
        items={rights}
        show={({ role: name, conference, talk }) => (
          <>
            {role(name)} · {conference ?? say('pages.export.everywhere')}
            {talk && <> · {talk}</>}
          </>
        )}
      />
      <List
        title={say('pages.export.badges')}
        items={data.badges.filter(({ persona }) => persona !== null)}
        show={({ role: name, conference, talk, persona }) => (
          <>
            {role(name)} · {conference}
            {talk && <> · {talk}</>} · <span dir="auto">{persona}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.sanctions')}
        items={sanctions}
        show={({ kind, conference, until, reason }) => (
          <>
            {say(`pages.export.standing.${kind}`)} · {conference}
            {until && (
              <>
                {' '}
                · <Moment at={until} />
              </>
            )}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.decisionsAboutMe')}
        items={decisionsAboutMe}
        show={({ kind, reason, at }) => (
          <>
            <Moment at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b>
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.decisionsByMe')}
        items={decisionsByMe}
        show={({ kind, reason, at, conference }) => (
          <>
            <Moment at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b> · {conference}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.reports')}
        items={data.reports}
        show={({ receipt, reason, status, madeAt }) => (
          <>
            <a href={`/reports/${receipt}`}>
              <Moment at={madeAt} />
            </a>{' '}
            · {say(`pages.reportStatus.${status}`)}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.appeals')}
        items={data.appeals}
        show={({ reason, at, outcome }) => (
          <>
            <Moment at={at} /> · {say(`pages.export.outcome.${outcome ?? 'open'}`)}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <List
        title={say('pages.export.actions')}
        items={data.actions}
        show={({ action, at }) => (
          <>
            <Moment at={at} /> · <code>{action}</code>
          </>
        )}
      />
      <List
        title={say('pages.me.sessions')}
        items={sessions}
        show={({ begunAt, seenAt }) => (
          <>
            <Moment at={begunAt} /> – <Moment at={seenAt} />
          </>
        )}
      />
      <List
        title={say('pages.export.passkeys')}
        items={data.passkeys}
        show={({ name, madeOn }) => (
          <>
            <span dir="auto">{name}</span> · {madeOn}
          </>
        )}
      />
      <List
        title={say('pages.export.tellMe')}
        items={data.tellMeWhenArchived}
        show={({ conference }) => <>{conference}</>}
      />
      <p>
        <a href="/me#leaving">{say('pages.export.back')}</a>
      </p>
    </Page>
  );
}

/** Nothing is drawn of what there is nothing of. */
function List<Item>({
  title,
  items,
  show,
}: {
  title: string;
  items: readonly Item[];
  show: (item: Item) => preact.JSX.Element;
}) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="cards">
        {items.map((item, i) => (
          <li key={i}>{show(item)}</li>
        ))}
      </ul>
    </section>
  );
}

function Said({ comment, frame: { say } }: { comment: MyComment; frame: Frame }) {
  const { url, conference, thread, kind, state, persona, isAnonymous, source, votes, postedAt, earlier } = comment;
  return (
    <>
      <p class="help">
        <a href={url}>{thread}</a> · {conference} · <Moment at={postedAt} />
      </p>
      <p class="help">
        {say(`pages.export.kind.${kind}`)} · {isAnonymous ? say('pages.export.anonymous') : (persona ?? '')} ·{' '}
        {say(`pages.export.state.${state}`)} · {say('pages.export.voted', { count: votes })}
      </p>
      <pre class="said" dir="auto">
        {source}
      </pre>
      {earlier.map((each) => (
        <details key={each.revision}>
          <summary>
            {say('pages.export.earlier')} <Moment at={each.writtenAt} />
          </summary>
          <pre class="said" dir="auto">
            {each.source}
          </pre>
        </details>
      ))}
    </>
  );
}

export interface Store {
  store: string;
  fate: string;
  rows: number | null;
}

/** What is answered to whoever left: each store that knew them, and what became of it. */
export function LeftPage({ frame, stores, goneWithin }: { frame: Frame; stores: Store[]; goneWithin: GoneWithin }) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.left.title')}</h1>
      <p class="lead">{say('pages.left.lead')}</p>
      <table class="stores">
        <thead>
          <tr>
            <th>{say('pages.left.what')}</th>
            <th>{say('pages.left.rows')}</th>
            <th>{say('pages.left.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {stores.map(({ store, fate, rows }) => (
            <tr key={store}>
              <td>{say(`pages.left.stores.${store}`)}</td>
              <td>{rows ?? '–'}</td>
              <td>{say(`pages.left.fates.${fate}`, { ...goneWithin })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('pages.left.print')}</p>
      <p>
        <a href="/">{say('pages.left.home')}</a>
      </p>
    </Page>
  );
}

/** On one's own page: what one can take along, and the way out. */
export function LeavingSection({ say, goneWithin }: Pick<Frame, 'say'> & { goneWithin: GoneWithin }) {
  return (
    <section id="leaving">
      <h2>{say('pages.me.data')}</h2>
      <p>
        <a href="/me/export">{say('pages.me.readData')}</a> ·{' '}
        <a href="/api/v1/me/export" download>
          {say('pages.export.json')}
        </a>
      </p>
      <details>
        <summary>{say('pages.me.leave')}</summary>
        <form method="post" action="/me/erasure" class="card">
          <p>{say('pages.me.leaveLead', { ...goneWithin })}</p>
          <fieldset>
            <legend>{say('pages.me.leavePosts')}</legend>
            <p>
              <label>
                <input type="radio" name="posts" value="keep" required /> {say('pages.me.leaveKeep')}
              </label>
            </p>
            <p>
              <label>
                <input type="radio" name="posts" value="remove" required /> {say('pages.me.leaveRemove')}
              </label>
            </p>
          </fieldset>
          <p class="help">{say('pages.me.leaveHelp', { ...goneWithin })}</p>
          <button class="danger">{say('pages.me.leaveButton')}</button>
        </form>
      </details>
    </section>
  );
}
