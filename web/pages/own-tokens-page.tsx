import { CopyField } from '../components/copy-field.tsx';
import { Day } from '../components/date-time.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { Words } from '../../locales/words.ts';
import type { ProblemShape } from '../components/shapes.ts';
import { Page, type PageContext } from './page.tsx';
import { Button } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

const SCOPES = ['read', 'comments:write', 'questions:write', 'moderate', 'organize'] as const;

/** The fields of the form as they were typed. */
export interface TypedToken {
  name: string;
  scopes: string[];
  /** The slug of a conference; empty for every one. */
  conference: string;
  lastDay: string;
}

interface OwnToken {
  id: string;
  name: string;
  scopes: readonly string[];
  conference: string | null;
  expiresAt: string;
  usedOn: string | null;
}

interface OwnTokensProps {
  context: PageContext;
  tokens: readonly OwnToken[];
  conferences: readonly { slug: string; title: string }[];
  /** The token just made, which is shown this once; its `token` is null when the form was sent before. */
  done: { made: OwnToken; token: string | null } | null;
  refusal: ProblemShape | null;
  asked: TypedToken;
  /** Makes the form good for one token, however often it is sent. */
  key: string;
}

/** `/me/tokens`: the API tokens of an account. */
export function OwnTokensPage(props: OwnTokensProps) {
  const { context, tokens, done, refusal } = props;
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href="/me">{say('pages.me.title')}</a>
      </p>
      <h1>{say('pages.tokens.title')}</h1>
      <p class="lead">{say('pages.tokens.lead')}</p>
      {refusal && <Refusal {...refusal} fields={['name', 'conference', 'lastDay']} />}
      {done && <NewToken say={say} token={done.token} name={done.made.name} />}
      {tokens.length > 0 && (
        <ul class="cards">
          {tokens.map((token) => (
            <TokenCard key={token.id} say={say} token={token} conferences={props.conferences} />
          ))}
        </ul>
      )}
      <h2>{say('pages.tokens.new')}</h2>
      <TokenForm {...props} />
    </Page>
  );
}

function NewToken({ say, token, name }: { say: Words; token: string | null; name: string }) {
  if (token === null) return <p class="notice">{say('pages.tokens.shownBefore', { name })}</p>;
  return (
    <div class="notice">
      <CopyField id="token" label={say('pages.tokens.copy', { name })} value={token} />
    </div>
  );
}

interface TokenCardProps {
  say: Words;
  token: OwnToken;
  conferences: OwnTokensProps['conferences'];
}

function TokenCard({ say, token, conferences }: TokenCardProps) {
  const { id, name, scopes, conference, expiresAt, usedOn } = token;
  const place = conferences.find(({ slug }) => slug === conference)?.title ?? conference;
  const where = place ?? say('pages.tokens.everywhere');
  return (
    <li>
      <form method="post" action={`/me/tokens/${id}`} class="row">
        <span>
          <b dir="auto">{name}</b>
          <br />
          <span class="help">
            {scopes.map((scope) => say(`pages.tokens.scope.${scope}`)).join(' · ')}
            <br />
            {where} · {say('pages.tokens.until')} <Day on={expiresAt.slice(0, 10)} /> ·{' '}
            {usedOn === null ? (
              say('pages.tokens.unused')
            ) : (
              <>
                {say('pages.tokens.used')} <Day on={usedOn} />
              </>
            )}
          </span>
        </span>
        <Button>{say('pages.tokens.end')}</Button>
      </form>
    </li>
  );
}

function TokenForm({ context: { say }, conferences, asked, key, refusal }: OwnTokensProps) {
  return (
    <form method="post" action="/me/tokens" class="card">
      <input type="hidden" name="key" value={key} />
      <Field
        id="name"
        label={say('pages.tokens.name')}
        maxlength={60}
        required
        value={asked.name}
        autocomplete="off"
        fault={faultOf(refusal, 'name')}
      />
      <ScopeFields asked={asked.scopes} say={say} />
      <Field
        id="conference"
        label={say('pages.tokens.conference')}
        options={[
          ['', say('pages.tokens.everywhere')],
          ...conferences.map(({ slug, title }) => [slug, title] as const),
        ]}
        chosen={asked.conference}
        fault={faultOf(refusal, 'conference')}
      />
      <Field
        id="lastDay"
        label={say('pages.tokens.lastDay')}
        type="date"
        value={asked.lastDay}
        help={say('pages.tokens.lastDayHelp')}
        fault={faultOf(refusal, 'lastDay')}
      />
      <Button kind="primary">{say('pages.tokens.make')}</Button>
    </form>
  );
}

interface ScopeFieldsProps {
  asked: OwnTokensProps['asked']['scopes'];
  say: PageContext['say'];
}

const ScopeFields = ({ asked, say }: ScopeFieldsProps) => (
  <fieldset>
    <legend>{say('pages.tokens.scopes')}</legend>
    {SCOPES.map((scope) => (
      <p key={scope}>
        <label class="choice">
          <input type="checkbox" name="scopes" value={scope} checked={asked.includes(scope)} />
          <span>{say(`pages.tokens.scope.${scope}`)}</span>
        </label>
      </p>
    ))}
  </fieldset>
);
