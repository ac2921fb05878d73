import type { Words } from '../../locales/words.ts';
import type { TalkShape } from './shapes.ts';

/** Further facts about a talk: whether it may be recorded, its licence, links, files. */
export function TalkExtras({ talk, say }: { talk: TalkShape; say: Words }) {
  return (
    <>
      {talk.doNotRecord && <p class="facts">{say('pages.talk.notRecorded')}</p>}
      {!talk.doNotRecord && talk.licence && <p class="facts">{say('pages.talk.license', { license: talk.licence })}</p>}
      <div id="links">
        <Links title={say('pages.talk.links')} links={talk.links} />
        <Links title={say('pages.talk.attachments')} links={talk.attachments} />
      </div>
    </>
  );
}

function Links({ title, links }: { title: string; links: TalkShape['links'] }) {
  if (links.length === 0) return null;
  return (
    <section class="talk-links">
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.url}>
            <a href={link.url} rel="nofollow ugc noopener noreferrer">
              {link.title || link.url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
