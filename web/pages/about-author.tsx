import { useContext } from 'preact/hooks';
import { Avatar } from '../components/avatar.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Name } from '../components/name.tsx';
import type { RecapAuthorShape } from './recap-shapes.ts';

/**
 * Under a recap: its author's tagline and biography, and the way to their other recaps. An author who came with an
 * archive has no page, and is not shown when the archive says nothing of them.
 */
export function AboutAuthor({ author }: { author: RecapAuthorShape }) {
  const { say } = useContext(LocaleContext);
  if (author.path === null && !author.tagline && !author.bioHtml) return null;
  return (
    <section class="card about-author" aria-labelledby="about-author">
      <h2 id="about-author">{say('pages.recaps.about')}</h2>
      <Persona author={author} />
      {author.path !== null && (
        <p>
          <a href={author.path}>{say('pages.recaps.allBy', { name: author.name })}</a>
        </p>
      )}
    </section>
  );
}

/** A persona as its author presents it. */
export function Persona({ author }: { author: Omit<RecapAuthorShape, 'path' | 'isListed'> }) {
  return (
    <>
      <p class="byline">
        <Avatar author={author} />
        <b>
          <Name name={author.name} />
        </b>
        {author.tagline && (
          <span class="meta" dir="auto">
            {author.tagline}
          </span>
        )}
      </p>
      {author.bioHtml && <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: author.bioHtml }} />}
    </>
  );
}
