import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape, TalkShape } from '../components/shapes.ts';
import { faultAtLine } from './fault-at-line.ts';
import { Page, type PageContext } from './page.tsx';

interface TalkLinksPageProps {
  context: PageContext;
  /** The thread's page. */
  path: string;
  talk: Pick<TalkShape, 'title' | 'language' | 'links'>;
  /** The links as typed or stored, one a line. */
  links: string;
  /** Of the talk when the form was shown. */
  version: string;
  refusal: ProblemShape | null;
}

/** `/c/{conference}/t/{thread}/links`: the links of a talk, for its speakers. */
export function TalkLinksPage({ context, path, talk, links, version, refusal }: TalkLinksPageProps) {
  const { say } = context;
  const fault = faultAtLine(refusal, 'links', { typed: links, say });
  return (
    <Page {...context}>
      <p>
        <a href={path} lang={talk.language || undefined} dir="auto">
          {talk.title}
        </a>
      </p>
      <h1>{context.title}</h1>
      {refusal && fault === undefined && (
        <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />
      )}
      <form method="post" action={`${path}/links`} class="card">
        <p>{say('pages.talkLinks.lead')}</p>
        <input type="hidden" name="version" value={version} />
        <Field
          id="links"
          label={say('pages.talkLinks.links')}
          rows={6}
          defaultValue={links}
          help={say('pages.talkForm.linksHelp')}
          fault={fault}
        />
        <Button kind="primary">{say('pages.form.save')}</Button>
      </form>
      {refusal?.status === 412 && <PresentLinks links={talk.links} say={say} />}
    </Page>
  );
}

/** The links that another speaker or an organizer saved meanwhile. */
const PresentLinks = ({ links, say }: { links: TalkShape['links']; say: PageContext['say'] }) => (
  <section class="card">
    <h2>{say('pages.talkLinks.now')}</h2>
    <ul>
      {links.map(({ url, title }) => (
        <li key={url} dir="auto">
          {title === '' ? url : `${title} (${url})`}
        </li>
      ))}
    </ul>
  </section>
);
