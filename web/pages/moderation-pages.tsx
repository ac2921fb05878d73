import { Moment } from '../components/date-time.tsx';
import { Page, Refusal, type Frame } from '../components/page.tsx';
import type { Comment, Conference, ProblemDocument } from '../components/shapes.ts';

type Rule = { key: string; title: string };

export const RuleChoice = ({ rules, say, id }: { rules: readonly Rule[]; say: Frame['say']; id: string }) => (
  <>
    <label for={id}>{say('pages.moderation.rule')}</label>
    <select id={id} name="rule">
      {rules.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </select>
  </>
);

export interface ReportFormProps {
  frame: Frame;
  conference: Conference;
  comment: Comment;
  address: string;
  isSignedIn: boolean;
  draft: { reason: string };
  refusal: ProblemDocument | null;
  step: 'write' | 'code';
}

/** The form of a report: what it is about, which rule, why, and that one means it (DSA, article 16). */
export function ReportFormPage({
  frame,
  conference,
  comment,
  address,
  isSignedIn,
  draft,
  refusal,
  step,
}: ReportFormProps) {
  const { say } = frame;
  if (step === 'code') return <ConfirmPage frame={frame} refusal={refusal} />;
  return (
    <Page {...frame}>
      <h1>{say('pages.report.title')}</h1>
      <p class="lead">
        {say('pages.report.lead')} <a href={`/c/${conference.slug}/rules`}>{say('pages.rules.link')}</a>
      </p>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <article class="comment">
        <p class="help">{address}</p>
        <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      </article>
      <form method="post" class="card">
        <p>
          <RuleChoice rules={conference.settings.rules} say={say} id="rule" />
        </p>
        <p>
          <label for="reason">{say('pages.report.reason')}</label>
          <textarea id="reason" name="reason" required minlength={2} maxlength={1000}>
            {draft.reason}
          </textarea>
        </p>
        {!isSignedIn && (
          <p>
            <label for="email">{say('pages.form.email')}</label>
            <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
            <span class="help">{say('pages.report.emailHelp')}</span>
          </p>
        )}
        <p>
          <label>
            <input type="checkbox" name="goodFaith" value="yes" required /> {say('pages.report.goodFaith')}
          </label>
        </p>
        <button class="primary">{say('pages.report.send')}</button>
      </form>
    </Page>
  );
}

function ConfirmPage({ frame, refusal }: { frame: Frame; refusal: ProblemDocument | null }) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.form.codeTitle')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action="/sign-in" class="card">
        <p>{say('pages.report.codeSent')}</p>
        <input type="hidden" name="next" value="/" />
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
        <p>
          <label for="code">{say('pages.signIn.code')}</label>
          <input
            id="code"
            name="code"
            required
            maxlength={20}
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="K7QM-2XRP"
          />
        </p>
        <button class="primary">{say('pages.report.confirm')}</button>
      </form>
    </Page>
  );
}

export interface ReportStatus {
  status: 'open' | 'decided' | 'dismissed';
  at: string;
  decidedAt?: string;
  reason?: string;
}

/** `/reports/{receipt}`: what became of a report, for whoever holds its receipt. */
export function ReportStatusPage({
  frame,
  report,
  appealTo,
  refusal,
}: {
  frame: Frame;
  report: ReportStatus;
  appealTo: string | null;
  refusal: ProblemDocument | null;
}) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.reportStatus.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <p class="notice">{say(`pages.reportStatus.${report.status}`)}</p>
      <dl class="facts-list">
        <dt>{say('pages.reportStatus.made')}</dt>
        <dd>
          <Moment at={report.at} />
        </dd>
        {report.decidedAt && (
          <>
            <dt>{say('pages.reportStatus.decidedAt')}</dt>
            <dd>
              <Moment at={report.decidedAt} />
            </dd>
          </>
        )}
        {report.reason && (
          <>
            <dt>{say('pages.moderation.reason')}</dt>
            <dd dir="auto">{report.reason}</dd>
          </>
        )}
      </dl>
      {appealTo && <AppealForm say={say} decisionId={appealTo} />}
      <p class="help">{say('pages.reportStatus.keep')}</p>
    </Page>
  );
}

const AppealForm = ({ say, decisionId }: { say: Frame['say']; decisionId: string }) => (
  <form method="post" class="card" id="appeal">
    <h2>{say('pages.appeal.title')}</h2>
    <p class="help">{say('pages.appeal.lead')}</p>
    <input type="hidden" name="decisionId" value={decisionId} />
    <label for="reason">{say('pages.appeal.reason')}</label>
    <textarea id="reason" name="reason" required minlength={2} maxlength={1000} />
    <button class="primary">{say('pages.appeal.send')}</button>
  </form>
);

export interface Statement {
  decisionId: string;
  commentId: string | null;
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
  frame: Frame;
  statement: Statement;
  conference: { slug: string; title: string; rules: Rule[] };
  threadPath: string | null;
  threadTitle: string;
  words: string | null;
  isAlone: boolean;
  mayAppeal: boolean;
  refusal: ProblemDocument | null;
}

/** `/me/statements/{id}`: the statement of reasons (DSA, article 17), and the form of an appeal. */
export function StatementPage({
  frame,
  statement: s,
  conference,
  threadPath,
  threadTitle,
  words,
  isAlone,
  mayAppeal,
  refusal,
}: StatementProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.statement.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <p class="lead">{say(`mails.statement.what.${s.kind}`, { title: threadTitle })}</p>
      {s.reversedBy && <p class="notice">{say('pages.statement.reversed')}</p>}
      {words && (
        <blockquote class="words plain" dir="auto">
          {words}
        </blockquote>
      )}
      <dl class="facts-list">
        <dt>{say('pages.statement.when')}</dt>
        <dd>
          <Moment at={s.at} />
        </dd>
        <dt>{say('pages.statement.where')}</dt>
        <dd>{threadPath ? <a href={threadPath}>{threadTitle}</a> : conference.title}</dd>
        {s.until && (
          <>
            <dt>{say('pages.statement.until')}</dt>
            <dd>
              <Moment at={s.until} zone />
            </dd>
          </>
        )}
        {s.kind === 'suspend' && !s.until && (
          <>
            <dt>{say('pages.statement.until')}</dt>
            <dd>{say('pages.statement.forGood')}</dd>
          </>
        )}
        {s.rule && (
          <>
            <dt>{say('pages.moderation.rule')}</dt>
            <dd>
              <a href={`/c/${conference.slug}/rules`}>
                {conference.rules.find(({ key }) => key === s.rule)?.title ?? s.rule}
              </a>
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
      {s.appeal ? (
        <Appealed appeal={s.appeal} say={say} />
      ) : (
        s.appealUntil &&
        mayAppeal && (
          <>
            <AppealForm say={say} decisionId={s.decisionId} />
            <p class="help">
              {say('pages.appeal.until')} <Moment at={s.appealUntil} time={false} />. {say('pages.appeal.elsewhere')}
            </p>
            {isAlone && <p class="help">{say('pages.appeal.alone')}</p>}
          </>
        )
      )}
      <p>
        <a href="/me#statements">{say('pages.statement.all')}</a>
      </p>
    </Page>
  );
}

const Appealed = ({ appeal, say }: { appeal: NonNullable<Statement['appeal']>; say: Frame['say'] }) => (
  <section class="card">
    <h2>{say('pages.appeal.title')}</h2>
    <p>{say(`pages.appeal.outcomes.${appeal.outcome ?? 'open'}`)}</p>
    {appeal.reason && <p dir="auto">{appeal.reason}</p>}
  </section>
);

export interface RulesProps {
  frame: Frame;
  conference: Conference;
  versions: { version: number; rules: Rule[]; at: string }[];
  contact: { text: string; url: string | null } | null;
}

/** `/c/{conference}/rules`: the rules that hold, those that held, and how to reach whoever runs this. */
export function RulesPage({ frame, conference, versions: [now, ...earlier], contact }: RulesProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.rules.title')}</h1>
      {now && (
        <>
          <p class="lead">
            {say('pages.rules.version', { version: now.version })} <Moment at={now.at} time={false} />.
          </p>
          <Rules rules={now.rules} />
        </>
      )}
      <p>
        {say('pages.rules.how')} <a href={`/c/${conference.slug}/ledger`}>{say('pages.ledger.link')}</a> ·{' '}
        <a href={`/c/${conference.slug}/figures`}>{say('pages.figures.link')}</a>
      </p>
      <section id="contact">
        <h2>{say('pages.rules.contact')}</h2>
        <p dir="auto" class="plain">
          {contact?.text || say('pages.rules.noContact')}
        </p>
        {contact?.url && (
          <p>
            <a href={contact.url} rel="nofollow noopener">
              {contact.url}
            </a>
          </p>
        )}
        {conference.url && (
          <p>
            <a href={conference.url} rel="nofollow noopener">
              {say('pages.conference.site')}
            </a>
          </p>
        )}
        <p class="help">{say('pages.rules.languages')}</p>
      </section>
      {earlier.length > 0 && (
        <section>
          <h2>{say('pages.rules.earlier')}</h2>
          {earlier.map(({ version, at, rules }) => (
            <details key={version}>
              <summary>
                {say('pages.rules.version', { version })} <Moment at={at} time={false} />
              </summary>
              <Rules rules={rules} />
            </details>
          ))}
        </section>
      )}
    </Page>
  );
}

const Rules = ({ rules }: { rules: readonly Rule[] }) => (
  <ol class="rules">
    {rules.map(({ key, title }) => (
      <li key={key} id={key}>
        {title} <code>{key}</code>
      </li>
    ))}
  </ol>
);

export interface Year {
  year: number;
  figures: { name: string; value: number | null }[];
  grounds: { rule: string; value: number | null }[];
}

/** `/c/{conference}/figures`: what was reported and decided, year by year; each number with its formula. */
export function FiguresPage({ frame, conference, years }: { frame: Frame; conference: Conference; years: Year[] }) {
  const { say } = frame;
  const titles = new Map(conference.settings.rules.map(({ key, title }) => [key, title]));
  const value = (number: number | null) =>
    number === null ? <i>{say('pages.figures.few')}</i> : <b>{number.toLocaleString(frame.locale)}</b>;
  return (
    <Page {...frame}>
      <h1>{say('pages.figures.title')}</h1>
      <p class="lead">{say('pages.figures.lead')}</p>
      {years.length === 0 && <p class="empty">{say('pages.ledger.empty')}</p>}
      {years.map(({ year, figures, grounds }) => (
        <section key={year}>
          <h2>{year}</h2>
          <dl class="figures">
            {figures.map(({ name, value: number }) => (
              <div key={name}>
                <dt>{say(`pages.figures.names.${name}`)}</dt>
                <dd>
                  {value(number)}
                  <p class="help">{say(`pages.figures.formula.${name}`)}</p>
                </dd>
              </div>
            ))}
            {grounds.map(({ rule, value: number }) => (
              <div key={rule}>
                <dt>{say('pages.figures.ground', { rule: titles.get(rule) ?? rule })}</dt>
                <dd>
                  {value(number)}
                  <p class="help">{say('pages.figures.formula.ground')}</p>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
