import type { ComponentChildren } from 'preact';
import { LeavingSection, type GoneWithin } from './leaving-pages.tsx';
import { Day, Moment } from '../components/date-time.tsx';
import { Page, Refusal, type Frame } from '../components/page.tsx';
import type { ProblemDocument } from '../components/shapes.ts';

export interface MeProps {
  frame: Frame;
  emailMasked: string;
  answersByMail: boolean;
  refusal: ProblemDocument | null;
  sessions: { id: string; begunAt: string; seenAt: string; current: boolean }[];
  passkeys: { id: string; name: string; madeOn: string; usedOn: string | null }[];
  statements: { decisionId: string; kind: string; at: string; reason: string }[];
  reports: { receipt: string; status: string; at: string }[];
  faces: { id: string; name: string; tagline: string; conferenceTitle: string }[];
  organizes: { slug: string; title: string }[];
  /** Where another face can be made. */
  conferences: { slug: string; title: string }[];
  goneWithin: GoneWithin;
  /** Whether something they may do is shown on none of their profiles. */
  mustChoose: boolean;
}

/** `/me`: one private account, its public faces, its ways in. */
export function MePage(props: MeProps) {
  const { frame, emailMasked, organizes, refusal } = props;
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.me.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <p>
        {say('pages.me.address', { masked: emailMasked })} <a href="/privacy">{say('pages.privacy.link')}</a>
      </p>
      <p>
        <a href="/me/questions">{say('pages.me.questions')}</a>
      </p>
      {organizes.length > 0 && (
        <section>
          <h2>{say('pages.me.organizes')}</h2>
          <ul>
            {organizes.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/organize/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Faces {...props} />
      <Decisions {...props} />
      <Passkeys {...props} />
      <Sessions {...props} />
      <Settings {...props} />
      <LeavingSection say={say} goneWithin={props.goneWithin} />
    </Page>
  );
}

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** What was decided about one's own words, and what became of one's reports. */
function Decisions({ frame: { say }, statements, reports }: MeProps) {
  return (
    <>
      <Part id="statements" title={say('pages.me.statements')}>
        {statements.length === 0 && <p class="empty">{say('pages.me.noStatements')}</p>}
        <ul class="cards">
          {statements.map(({ decisionId, kind, at, reason }) => (
            <li key={decisionId}>
              <a href={`/me/statements/${decisionId}`}>
                {say(`mails.statement.subjects.${kind}`, { conference: at.slice(0, 10) })}
              </a>
              {reason && (
                <span class="help" dir="auto">
                  {' '}
                  {reason}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {reports.length > 0 && (
        <Part id="reports" title={say('pages.me.reports')}>
          <ul class="cards">
            {reports.map(({ receipt, status, at }) => (
              <li key={receipt}>
                <a href={`/reports/${receipt}`}>{at.slice(0, 10)}</a> {say(`pages.reportStatus.${status}`)}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Faces({ frame: { say }, faces, conferences, mustChoose }: MeProps) {
  return (
    <Part id="faces" title={say('pages.me.faces')}>
      <p class="help">{say('pages.me.facesHelp')}</p>
      {mustChoose && (
        <p>
          <a href="/claim">{say('pages.claim.chooseLink')}</a>
        </p>
      )}
      {faces.length === 0 && <p class="empty">{say('pages.me.noFaces')}</p>}
      {faces.map(({ id, name, tagline, conferenceTitle }) => (
        <div key={id} class="card">
          <form method="post" action={`/me/personas/${id}`}>
            <p class="help">{conferenceTitle}</p>
            <p>
              <label for={`name-${id}`}>{say('pages.form.name')}</label>
              <input id={`name-${id}`} name="name" required minlength={2} maxlength={120} defaultValue={name} />
            </p>
            <p>
              <label for={`tag-${id}`}>{say('pages.me.tagline')}</label>
              <input id={`tag-${id}`} name="tagline" maxlength={240} defaultValue={tagline} />
            </p>
            <button>{say('pages.form.save')}</button>
          </form>
          <details>
            <summary>{say('pages.me.withdrawFace')}</summary>
            <form method="post" action={`/me/personas/${id}/withdrawal`}>
              <p>{say('pages.me.withdrawFaceHelp')}</p>
              <button>{say('pages.me.withdrawFaceNow')}</button>
            </form>
          </details>
        </div>
      ))}
      {conferences.length > 0 && (
        <details class="card" id="new-face">
          <summary>{say('pages.me.newFace')}</summary>
          <form method="post" action="/me/personas">
            <p class="help">{say('pages.me.newFaceHelp')}</p>
            <p>
              <label for="conference">{say('pages.me.conference')}</label>
              <select id="conference" name="conference">
                {conferences.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
              </select>
            </p>
            <p>
              <label for="new-name">{say('pages.form.name')}</label>
              <input id="new-name" name="name" required minlength={2} maxlength={120} />
            </p>
            <p>
              <label for="new-tag">{say('pages.me.tagline')}</label>
              <input id="new-tag" name="tagline" maxlength={240} />
            </p>
            <button>{say('pages.form.save')}</button>
          </form>
        </details>
      )}
    </Part>
  );
}

/** Adding one needs a script, as browsers have it; so does the form that offers it. */
function Passkeys({ frame: { say }, passkeys, organizes }: MeProps) {
  return (
    <Part id="passkeys" title={say('pages.passkeys.title')}>
      <p class="help">{say('pages.passkeys.help')}</p>
      {organizes.length > 0 && passkeys.length === 0 && <p class="notice">{say('pages.passkeys.recommended')}</p>}
      {passkeys.length > 0 && (
        <ul class="cards">
          {passkeys.map(({ id, name, madeOn, usedOn }) => (
            <li key={id}>
              <form method="post" action={`/me/passkeys/${id}`} class="row">
                <span>
                  <b dir="auto">{name || say('pages.passkeys.unnamed')}</b>{' '}
                  <span class="help">
                    {say('pages.passkeys.made')} <Day on={madeOn} />
                    {usedOn && (
                      <>
                        , {say('pages.passkeys.used')} <Day on={usedOn} />
                      </>
                    )}
                  </span>
                </span>
                <button class="link">{say('pages.passkeys.remove')}</button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form id="add-passkey" class="card" data-failed={say('pages.passkeys.failed')} hidden>
        <p>
          <label for="passkey-name">{say('pages.passkeys.name')}</label>
          <input id="passkey-name" name="name" maxlength={60} autocomplete="off" />
        </p>
        <button class="primary">{say('pages.passkeys.add')}</button>
        <p class="refusal" role="alert" hidden />
      </form>
      <noscript>
        <p class="help">{say('pages.passkeys.needsScript')}</p>
      </noscript>
    </Part>
  );
}

function Sessions({ frame: { say }, sessions }: MeProps) {
  return (
    <Part id="sessions" title={say('pages.me.sessions')}>
      <ul class="cards">
        {sessions.map(({ id, begunAt, seenAt, current }) => (
          <li key={id}>
            <form method="post" action={`/me/sessions/${id}`} class="row">
              <span>
                {say('pages.me.since')} <Moment at={begunAt} zone />{' '}
                <span class="help">
                  {say('pages.me.seen')} <Moment at={seenAt} zone />
                </span>{' '}
                {current && <span class="badge">{say('pages.me.current')}</span>}
              </span>
              <button class="link">{say(current ? 'pages.me.signOut' : 'pages.me.endSession')}</button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions" class="card">
          <p class="help">{say('pages.me.endOthersHelp')}</p>
          <button>{say('pages.me.endOthers')}</button>
        </form>
      )}
    </Part>
  );
}

function Settings({ frame: { say, locale }, answersByMail }: MeProps) {
  return (
    <>
      <Part id="language" title={say('pages.me.language')}>
        <form method="post" action="/me" class="card">
          <label for="locale">{say('pages.me.languageHelp')}</label>
          <select id="locale" name="locale">
            {(['fr', 'en'] as const).map((each) => (
              <option key={each} value={each} selected={each === locale}>
                {say(`pages.language.${each}`)}
              </option>
            ))}
          </select>{' '}
          <button>{say('pages.form.save')}</button>
        </form>
      </Part>
      <Part id="letters" title={say('pages.me.letters')}>
        <form method="post" action="/me/letters" class="card">
          <label>
            <input type="checkbox" name="answersByMail" checked={answersByMail} /> {say('pages.me.answersByMail')}
          </label>
          <p class="help">{say('pages.me.lettersHelp')}</p>
          <button>{say('pages.form.save')}</button>
        </form>
      </Part>
    </>
  );
}
