import { Icon } from '../components/icon.tsx';
import { Name } from '../components/name.tsx';
import { withoutTags } from '../components/plain-text.ts';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { StateBanner } from '../components/state-banner.tsx';
import type { ThreadProps } from '../components/thread-props.ts';
import type { PageContext } from './page.tsx';
import { TalkTimes } from './talk-times.tsx';
import { trackColour } from './track-colour.ts';
import { Chip } from '../components/chip.tsx';

/** Characters from which an abstract is folded to three lines. */
const LONG_ABSTRACT = 240;

interface TalkHeadProps {
  talk: TalkShape | null;
  conference: ConferenceShape;
  props: ThreadProps;
  say: PageContext['say'];
}

/** Draws the time and place, the title, the speakers, and the abstract in three lines. */
export function TalkHead({ talk, conference, props, say }: TalkHeadProps) {
  return (
    <article class="talk">
      {talk && (
        <p class="facts">
          <TalkTimes talk={talk} />
          {talk.track && <span class={`chip track-chip ${trackColour(talk.track)}`}>{talk.track}</span>}
          {talk.status === 'cancelled' && <Chip>{say('pages.conference.cancelled')}</Chip>}
        </p>
      )}
      <h1 lang={talk?.language || conference.locale}>{props.thread.title}</h1>
      {talk?.subtitle && <p class="subtitle">{talk.subtitle}</p>}
      <div id="state" role="status">
        <StateBanner {...props} />
      </div>
      <div class="by">
        {talk?.speakers.map((speaker) => (
          <Speaker key={speaker.id} {...speaker} />
        ))}
        {talk?.url && (
          <a href={talk.url} rel="nofollow noopener noreferrer">
            {say('pages.talk.programmePage')} <Icon name="external" small />
          </a>
        )}
        <a id="share" href={`${props.here}/qr.svg`}>
          {say('pages.talk.share')} <Icon name="qr" small />
        </a>
      </div>
      {talk?.abstractHtml && <Abstract talk={talk} say={say} />}
    </article>
  );
}

/** A speaker's name, and behind it the biography that the programme has. */
function Speaker({ name, bioHtml }: TalkShape['speakers'][number]) {
  if (!bioHtml)
    return (
      <b class="speaker">
        <Name name={name} />
      </b>
    );
  return (
    <details class="speaker">
      <summary>
        <Name name={name} />
      </summary>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: bioHtml }} />
    </details>
  );
}

/** An abstract; a long one shows three lines until the reader asks for all of it. */
function Abstract({ talk, say }: { talk: TalkShape; say: PageContext['say'] }) {
  const text = (
    <div
      class="abstract words"
      lang={talk.language || undefined}
      dangerouslySetInnerHTML={{ __html: talk.abstractHtml }}
    />
  );
  if (withoutTags(talk.abstractHtml).length < LONG_ABSTRACT) return text;
  return (
    <div class="fold3">
      <input type="checkbox" id="whole-abstract" />
      <label for="whole-abstract">{say('pages.talk.more')}</label>
      {text}
    </div>
  );
}
