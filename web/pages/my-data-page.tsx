import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { MyRecapItem, type MyRecapShape } from './my-recap-item.tsx';
import { MyCommentItem, type MyCommentShape } from './my-comment-item.tsx';

export interface MyDataProps {
  context: PageContext;
  data: {
    account: { emailMasked: string | null; locale: string; createdOn: string };
    personas: {
      id: string;
      conference: string;
      name: string;
      tagline: string;
      biography: string;
      withdrawnAt: string | null;
    }[];
    rights: { role: string; conference: string | null; talk: string | null }[];
    badges: { role: string; conference: string; talk: string | null; persona: string | null }[];
    sanctions: { kind: string; conference: string; until: string | null; reason: string }[];
    comments: MyCommentShape[];
    recaps: MyRecapShape[];
    votes: { commentId: string; conference: string; thread: string }[];
    sessions: { begunAt: string; seenAt: string }[];
    passkeys: { name: string; madeOn: string; usedOn: string | null }[];
    apiTokens: { name: string; scopes: readonly string[]; expiresAt: string }[];
    tellMeWhenArchived: { conference: string }[];
    decisionsAboutMe: { decisionId: string; commentId: string | null; kind: string; reason: string; at: string }[];
    decisionsByMe: { decisionId: string; conference: string; kind: string; reason: string; at: string }[];
    reports: { receipt: string; reason: string; status: string; madeAt: string }[];
    appeals: { decisionId: string; reason: string; at: string; outcome: string | null }[];
    actions: { action: string; at: string }[];
  };
}

/** `/me/export`: everything about the reader, to read and to print. */
export function MyDataPage({ context, data }: MyDataProps) {
  const { say } = context;
  const { account, personas, rights, sanctions, comments, votes, sessions, decisionsAboutMe, decisionsByMe } = data;
  const role = (name: string): string => say(`pages.role.${name}`);
  return (
    <Page {...context}>
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
          {account.emailMasked === null
            ? say('pages.me.isGuest')
            : say('pages.me.address', { masked: account.emailMasked })}{' '}
          {say('pages.export.since', { day: account.createdOn })}
        </p>
      </section>
      <DataList
        title={say('pages.me.personas')}
        items={personas}
        show={({ name, tagline, biography, conference, withdrawnAt }) => (
          <>
            <b dir="auto">{withdrawnAt === null ? name : say('pages.export.withdrawn')}</b>{' '}
            {tagline && <span dir="auto">{tagline}</span>} · {conference}
            {biography && (
              <pre class="said" dir="auto">
                {biography}
              </pre>
            )}
          </>
        )}
      />
      <DataList
        title={say('pages.export.comments', { count: comments.length })}
        items={comments}
        show={(comment) => <MyCommentItem comment={comment} context={context} />}
      />
      <DataList
        title={say('pages.export.recaps', { count: data.recaps.length })}
        items={data.recaps}
        show={(recap) => <MyRecapItem recap={recap} context={context} />}
      />
      <DataList
        title={say('pages.export.votes', { count: votes.length })}
        items={votes}
        show={({ conference, thread }) => (
          <>
            {thread} · {conference}
          </>
        )}
      />
      <DataList
        title={say('pages.export.rights')}
        items={rights}
        show={({ role: name, conference, talk }) => (
          <>
            {role(name)} · {conference ?? say('pages.export.everywhere')}
            {talk && <> · {talk}</>}
          </>
        )}
      />
      <DataList
        title={say('pages.export.badges')}
        items={data.badges.filter(({ persona }) => persona !== null)}
        show={({ role: name, conference, talk, persona }) => (
          <>
            {role(name)} · {conference}
            {talk && <> · {talk}</>} · <span dir="auto">{persona}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.sanctions')}
        items={sanctions}
        show={({ kind, conference, until, reason }) => (
          <>
            {say(`pages.export.standing.${kind}`)} · {conference}
            {until && (
              <>
                {' '}
                · <DateTime at={until} />
              </>
            )}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.decisionsAboutMe')}
        items={decisionsAboutMe}
        show={({ kind, reason, at }) => (
          <>
            <DateTime at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b>
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.decisionsByMe')}
        items={decisionsByMe}
        show={({ kind, reason, at, conference }) => (
          <>
            <DateTime at={at} /> · <b>{say(`pages.ledger.kinds.${kind}`)}</b> · {conference}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.reports')}
        items={data.reports}
        show={({ receipt, reason, status, madeAt }) => (
          <>
            <a href={`/reports/${receipt}`}>
              <DateTime at={madeAt} />
            </a>{' '}
            · {say(`pages.reportStatus.${status}`)}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.appeals')}
        items={data.appeals}
        show={({ reason, at, outcome }) => (
          <>
            <DateTime at={at} /> · {say(`pages.export.outcome.${outcome ?? 'open'}`)}
            <br />
            <span dir="auto">{reason}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.actions')}
        items={data.actions}
        show={({ action, at }) => (
          <>
            <DateTime at={at} /> · <code>{action}</code>
          </>
        )}
      />
      <DataList
        title={say('pages.me.sessions')}
        items={sessions}
        show={({ begunAt, seenAt }) => (
          <>
            <DateTime at={begunAt} /> – <DateTime at={seenAt} />
          </>
        )}
      />
      <DataList
        title={say('pages.export.passkeys')}
        items={data.passkeys}
        show={({ name, madeOn }) => (
          <>
            <span dir="auto">{name}</span> · {madeOn}
          </>
        )}
      />
      <DataList
        title={say('pages.export.apiTokens')}
        items={data.apiTokens}
        show={({ name, scopes, expiresAt }) => (
          <>
            <span dir="auto">{name}</span> · {scopes.join(', ')} · <DateTime at={expiresAt} />
          </>
        )}
      />
      <DataList
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

interface DataListProps<Item> {
  title: string;
  items: readonly Item[];
  show: (item: Item) => preact.JSX.Element;
}

/** A list with its title; nothing without items. */
function DataList<Item>({ title, items, show }: DataListProps<Item>) {
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
