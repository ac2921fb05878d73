import { decisionKey } from '../../locales/decision-key.ts';
import { ruleTitle, type Rule } from '../../locales/rules.ts';
import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { AppealForm } from './appeal-form.tsx';

export interface StatementShape {
  decisionId: string;
  commentId: string | null;
  recapId: string | null;
  kind: string;
  rule: string | null;
  reason: string;
  at: string;
  until: string | null;
  appealUntil: string | null;
  isFromReport: boolean;
  isAutomated: boolean;
  reversedBy?: string;
  appeal?: { id: string; at: string; outcome?: string; reason?: string };
}

export interface StatementProps {
  context: PageContext;
  statement: StatementShape;
  conference: { slug: string; title: string; rules: Rule[] };
  threadPath: string | null;
  threadTitle: string;
  words: string | null;
  isAlone: boolean;
  mayAppeal: boolean;
  refusal: ProblemShape | null;
}

/** `/me/statements/{id}`: the statement of reasons (DSA, article 17), and the form of an appeal. */
export function StatementPage(props: StatementProps) {
  const { context, statement: s, threadTitle, words, refusal } = props;
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.statement.title')}</h1>
      {refusal && <Refusal {...refusal} fields={['reason']} />}
      <p class="lead">{say(`mails.statement.what.${decisionKey(s.kind, s.recapId)}`, { title: threadTitle })}</p>
      {s.reversedBy && <p class="notice">{say('pages.statement.reversed')}</p>}
      {words && (
        <blockquote class="words plain" dir="auto">
          {words}
        </blockquote>
      )}
      <StatementFacts {...props} />
      <Appeal {...props} />
      <p>
        <a href="/me#statements">{say('pages.statement.all')}</a>
      </p>
    </Page>
  );
}

const AppealState = ({ appeal, say }: { appeal: NonNullable<StatementShape['appeal']>; say: PageContext['say'] }) => (
  <section class="card">
    <h2>{say('pages.appeal.title')}</h2>
    <p>{say(`pages.appeal.outcomes.${appeal.outcome ?? 'open'}`)}</p>
    {appeal.reason && <p dir="auto">{appeal.reason}</p>}
  </section>
);

/** The facts of a decision: its time, place, end, rule and reason, and the way it came to be. */
function StatementFacts({ context, statement: s, conference, threadPath, threadTitle }: StatementProps) {
  const { say, locale } = context;
  return (
    <dl class="facts-list card">
      <dt>{say('pages.statement.when')}</dt>
      <dd>
        <DateTime at={s.at} />
      </dd>
      <dt>{say('pages.statement.where')}</dt>
      <dd>{threadPath ? <a href={threadPath}>{threadTitle}</a> : conference.title}</dd>
      <Until statement={s} say={say} />
      {s.rule && (
        <>
          <dt>{say('pages.moderation.rule')}</dt>
          <dd>
            <a href={`/c/${conference.slug}/rules`}>{ruleTitle(conference.rules, s.rule, locale)}</a>
          </dd>
        </>
      )}
      {s.reason && (
        <>
          <dt>{say('pages.moderation.reason')}</dt>
          <dd dir="auto">{s.reason}</dd>
        </>
      )}
      <dt>{say('pages.statement.how')}</dt>
      <dd>
        {say(s.isFromReport ? 'mails.statement.facts.fromReport' : 'mails.statement.facts.ownLook')}{' '}
        {say(s.isAutomated ? 'mails.statement.facts.automated' : 'mails.statement.facts.byPerson')}
      </dd>
    </dl>
  );
}

/** The end of a sanction; nothing for other decisions. */
function Until({ statement: { kind, until }, say }: { statement: StatementShape; say: PageContext['say'] }) {
  if (!until && kind !== 'suspend') return null;
  return (
    <>
      <dt>{say('pages.statement.until')}</dt>
      <dd>{until ? <DateTime at={until} zone /> : say('pages.statement.forGood')}</dd>
    </>
  );
}

/** The outcome of the appeal, else the form of one, while there may be one. */
function Appeal({ context: { say }, statement, mayAppeal, isAlone }: StatementProps) {
  const { appeal, appealUntil, decisionId } = statement;
  if (appeal) return <AppealState appeal={appeal} say={say} />;
  if (!appealUntil || !mayAppeal) return null;
  return (
    <>
      <AppealForm say={say} decisionId={decisionId} />
      <p class="help">
        {say('pages.appeal.until')} <DateTime at={appealUntil} time={false} />. {say('pages.appeal.elsewhere')}
      </p>
      {isAlone && <p class="help">{say('pages.appeal.alone')}</p>}
    </>
  );
}
