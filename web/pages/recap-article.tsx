import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';
import { StateBanner } from '../components/state-banner.tsx';
import { formsOf, type ThreadProps } from '../components/thread-props.ts';
import { AboutAuthor } from './about-author.tsx';
import { RecapByline } from './recap-byline.tsx';
import { OwnRecapLinks, type OwnRecapShape } from './own-recap-links.tsx';
import { RecapParts, type RecapPartShape } from './recap-parts.tsx';
import type { RecapAuthorShape, RecapTalkShape } from './recap-shapes.ts';

/** A published recap as its page shows it. */
export interface RecapArticleShape {
  id: string;
  title: string;
  isOfficial: boolean;
  /** Null for an official recap, and for one whose author has left. */
  author: RecapAuthorShape | null;
  publishedAt: string;
  /** Time of the last change after it was published; null if never. */
  editedAt: string | null;
  parts: RecapPartShape[];
  /** The talks it speaks of. */
  talks: RecapTalkShape[];
  /** The rights of this reader on it; null without a session. */
  own: OwnRecapShape | null;
}

interface RecapArticleProps {
  recap: RecapArticleShape;
  conference: ConferenceShape;
  props: ThreadProps;
}

/** A recap above its discussion: title, author, day, the text with its talks and quotations, and who wrote it. */
export function RecapArticle({ recap, conference, props }: RecapArticleProps) {
  const { say } = useContext(LocaleContext);
  const { title, author, isOfficial, publishedAt, editedAt } = recap;
  const { here } = props;
  return (
    <>
      <article class="talk recap">
        <p class="facts">
          <a href={`/c/${conference.slug}`} lang={conference.locale}>
            {conference.title}
          </a>
        </p>
        <h1 dir="auto">{title}</h1>
        <RecapByline author={author} isOfficial={isOfficial}>
          <span class="meta dots">
            <span>
              <DateTime at={publishedAt} time={false} />
            </span>
            {editedAt && (
              <span>
                {say('pages.recaps.edited')} <DateTime at={editedAt} time={false} />
              </span>
            )}
          </span>
        </RecapByline>
        <div class="by">
          <a id="share" href={`${formsOf(props)}/qr.svg`}>
            {say('pages.talk.share')} <Icon name="qr" small />
          </a>
          <OwnRecapLinks recap={recap} here={here} />
        </div>
        <RecapParts parts={recap.parts} />
      </article>
      {author && <AboutAuthor author={author} />}
      <div id="state" role="status">
        <StateBanner {...props} />
      </div>
    </>
  );
}
