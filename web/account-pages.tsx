import { Page, Refusal, type Frame } from './page.tsx';
import type { ProblemDocument } from './shapes.ts';

export interface SignInProps { frame: Frame; next: string; step: 'address' | 'code'; refusal: ProblemDocument | null }

/** `/sign-in`: an address, then the code that was mailed to it. With a link from a mail: one button, so that scanners burn nothing. */
export function SignInPage({ frame, next, step, refusal }: SignInProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.signIn.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <form method="post" action="/sign-in" class="card" id="by-link" hidden>
        <p>{say('pages.signIn.byLink')}</p>
        <input type="hidden" name="token" value="" />
        <input type="hidden" name="next" value={next} />
        <button class="primary">{say('pages.signIn.enter')}</button>
      </form>
      <form method="post" action="/sign-in" class="card" id="by-code">
        <p>{say(step === 'code' ? 'pages.signIn.sent' : 'pages.signIn.lead')}</p>
        <input type="hidden" name="next" value={next} />
        <p>
          <label for="email">{say('pages.form.email')}</label>
          <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
          <span class="help">{say('pages.form.emailHelp')}</span>
        </p>
        {step === 'code' && (
          <p>
            <label for="code">{say('pages.signIn.code')}</label>
            <input id="code" name="code" required maxlength={20} autocomplete="one-time-code" autocapitalize="characters" spellcheck={false} placeholder="K7QM-2XRP" />
          </p>
        )}
        <button class="primary">{say(step === 'code' ? 'pages.signIn.enter' : 'pages.signIn.send')}</button>
        {step === 'code' && <p class="help"><a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('pages.signIn.again')}</a></p>}
        {step === 'address' && <p class="help"><a href={`/sign-in?step=code&next=${encodeURIComponent(next)}`}>{say('pages.signIn.have')}</a></p>}
      </form>
    </Page>
  );
}

/** `/claim`: takes an invitation whose secret stands behind the #, where no server sees it before the button is pressed. */
export function ClaimPage({ frame, refusal }: { frame: Frame; refusal: ProblemDocument | null }) {
  const { say, isSignedIn } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.claim.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {isSignedIn ? (
        <form method="post" action="/claim" class="card" id="claim">
          <p>{say('pages.claim.lead')}</p>
          <p>
            <label for="token">{say('pages.claim.token')}</label>
            <input id="token" name="token" required minlength={20} maxlength={200} autocomplete="off" spellcheck={false} />
            <span class="help">{say('pages.claim.tokenHelp')}</span>
          </p>
          <button class="primary">{say('pages.claim.take')}</button>
        </form>
      ) : (
        <div class="card" id="claim">
          <p>{say('pages.claim.signIn')}</p>
          <p><a class="primary" href="/sign-in?next=%2Fclaim" data-keeps-fragment>{say('pages.signIn.link')}</a></p>
        </div>
      )}
    </Page>
  );
}

export interface MeProps {
  frame: Frame; emailMasked: string; answersByMail: boolean; sessions: { id: string; begunAt: string; current: boolean }[]; refusal: ProblemDocument | null;
  faces: { id: string; name: string; tagline: string; conferenceTitle: string }[]; organizes: { slug: string; title: string }[];
}

/** `/me`: one private account, its public faces, its sessions. */
export function MePage({ frame, emailMasked, answersByMail, faces, organizes, sessions, refusal }: MeProps) {
  const { say, locale } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.me.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      <p>{say('pages.me.address', { masked: emailMasked })}</p>
      <p><a href="/me/questions">{say('pages.me.questions')}</a></p>
      {organizes.length > 0 && (
        <section>
          <h2>{say('pages.me.organizes')}</h2>
          <ul>{organizes.map(({ slug, title }) => <li key={slug}><a href={`/organize/${slug}`}>{title}</a></li>)}</ul>
        </section>
      )}
      <section>
        <h2>{say('pages.me.faces')}</h2>
        <p class="help">{say('pages.me.facesHelp')}</p>
        {faces.length === 0 && <p class="empty">{say('pages.me.noFaces')}</p>}
        {faces.map(({ id, name, tagline, conferenceTitle }) => (
          <form key={id} method="post" action={`/me/personas/${id}`} class="card">
            <p class="help">{conferenceTitle}</p>
            <p><label for={`name-${id}`}>{say('pages.form.name')}</label><input id={`name-${id}`} name="name" required minlength={2} maxlength={120} defaultValue={name} /></p>
            <p><label for={`tag-${id}`}>{say('pages.me.tagline')}</label><input id={`tag-${id}`} name="tagline" maxlength={240} defaultValue={tagline} /></p>
            <button>{say('pages.form.save')}</button>
          </form>
        ))}
      </section>
      <section>
        <h2>{say('pages.me.language')}</h2>
        <form method="post" action="/me" class="card">
          <label for="locale">{say('pages.me.languageHelp')}</label>
          <select id="locale" name="locale">{(['fr', 'en'] as const).map((each) => <option key={each} value={each} selected={each === locale}>{say(`pages.language.${each}`)}</option>)}</select>
          <button>{say('pages.form.save')}</button>
        </form>
      </section>
      <section id="letters">
        <h2>{say('pages.me.letters')}</h2>
        <form method="post" action="/me/letters" class="card">
          <label><input type="checkbox" name="answersByMail" checked={answersByMail} /> {say('pages.me.answersByMail')}</label>
          <p class="help">{say('pages.me.lettersHelp')}</p>
          <button>{say('pages.form.save')}</button>
        </form>
      </section>
      <section>
        <h2>{say('pages.me.sessions')}</h2>
        <ul class="cards">
          {sessions.map(({ id, begunAt, current }) => (
            <li key={id}>
              <form method="post" action={`/me/sessions/${id}`}>
                {say('pages.me.since', { when: new Date(begunAt).toISOString().slice(0, 16).replace('T', ' ') })} {current && <span class="badge">{say('pages.me.current')}</span>}
                <button class="link">{say(current ? 'pages.me.signOut' : 'pages.me.endSession')}</button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
