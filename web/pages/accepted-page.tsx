import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { Toast } from '../components/toast.tsx';
import { Page, type PageContext } from './page.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';

interface AcceptedProps {
  context: PageContext;
  talk: { id: string; title: string };
  conference: { title: string };
  here: string;
  others: { title: string; desk: string }[];
  persona: { name: string } | null;
  /** The names of the talk in the programme. */
  announced: string[];
  refusal: ProblemShape | null;
  /** The name that was refused. */
  typed: string | null;
  /** Whether the name was just saved. */
  isNamed: boolean;
}

/** `/claim?talk=…`: what an accepted invitation has made of its reader, under which name, and where to go. */
export function AcceptedPage(props: AcceptedProps) {
  const { context, talk, conference, here, others, persona, isNamed } = props;
  const { say } = context;
  return (
    <Page {...context}>
      {isNamed && persona && <Toast>{say('pages.claim.named', { name: persona.name })}</Toast>}
      <h1>{say('pages.claim.isSpeaker', { talk: talk.title })}</h1>
      <p class="lead">{say('pages.claim.isSpeakerLead', { conference: conference.title })}</p>
      <p class="inline">
        <ButtonLink kind="primary" href={`${here}/desk`}>
          {say('pages.claim.toDesk')}
        </ButtonLink>
        <ButtonLink href={here}>{say('pages.claim.toThread')}</ButtonLink>
      </p>
      {others.length > 0 && (
        <section id="other-talks">
          <h2>{say('pages.claim.otherTalks')}</h2>
          <ul>
            {others.map(({ title, desk }) => (
              <li key={desk}>
                <a href={desk}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NameForm {...props} />
    </Page>
  );
}

/** The name under which a speaker answers. */
const NameForm = ({ context: { say }, talk, persona, announced, refusal, typed }: AcceptedProps) => (
  <form method="post" action="/claim" class="card" id="speaker-name">
    <h2>{say(persona ? 'pages.claim.yourName' : 'pages.claim.chooseName')}</h2>
    <input type="hidden" name="act" value="name" />
    <input type="hidden" name="talk" value={talk.id} />
    {refusal && <Refusal {...refusal} fields={['name']} />}
    <Field
      id="name"
      label={say('pages.claim.name')}
      required
      maxlength={60}
      value={typed ?? persona?.name ?? (announced.length === 1 ? announced[0] : '')}
      list={persona ? undefined : 'announced'}
      autocomplete="name"
      help={say(persona ? 'pages.claim.nameHelp' : 'pages.claim.chooseNameHelp')}
      fault={faultOf(refusal, 'name')}
    />
    {!persona && (
      <datalist id="announced">
        {announced.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    )}
    <Button>{say('pages.form.save')}</Button>
  </form>
);
