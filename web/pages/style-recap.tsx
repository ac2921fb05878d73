import type { ThreadProps } from '../components/thread-props.ts';
import { RecapArticle, type RecapArticleShape } from './recap-article.tsx';
import type { RecapAuthorShape, RecapLineShape, RecapTalkShape } from './recap-shapes.ts';
import { RecapsList } from './recaps-list.tsx';
import { programme } from './style-programme-samples.ts';
import { HERE, Part } from './style-part.tsx';
import { comments, thread } from './style-samples.ts';

const AT = '2026-05-02T10:00:00.000Z';

const author: RecapAuthorShape = {
  id: '8f14e45f-ceea-467f-a8d2-3c1a0b5e9c11',
  name: 'Ada',
  avatarUrl: '',
  roles: [],
  path: HERE,
  tagline: 'librarian',
  isListed: false,
  bioHtml: '<p>I take notes <em>wherever</em> I go.</p>',
};

const talk = (n: number, title: string): RecapTalkShape => ({
  id: `talk-${n}`,
  title,
  speakers: ['Grace', 'Edsger'],
  startsAt: AT,
  room: 'Hall 1',
  path: HERE,
});

const recap: RecapArticleShape = {
  id: 'recap',
  title: 'What I took home, in a title as long as people write them when nobody cuts them',
  isOfficial: false,
  author,
  publishedAt: AT,
  editedAt: AT,
  parts: [
    { html: '<p>I could stay for half of the morning.</p>' },
    { talk: talk(1, 'Killing the engagement rate'), level: 2 },
    { html: '<p>No number without its formula.</p><h3>A smaller heading</h3><ul><li>one</li><li>two</li></ul>' },
    { comment: comments[0]!.comment, path: HERE },
    { comment: { ...comments[0]!.comment, state: 'withdrawn', html: '' }, path: HERE },
    { html: '<h2>A heading without a talk</h2><p>Words.</p>' },
    { talk: talk(2, 'Numbers without a reader'), level: null },
  ],
  talks: [],
  own: { edit: true, withdraw: true, report: false, hide: true },
};

const line = (more: Partial<RecapLineShape>): RecapLineShape => ({
  path: HERE,
  title: recap.title,
  isOfficial: false,
  author,
  publishedAt: AT,
  excerpt: 'I could stay for half of the morning, and this is what I heard.',
  comments: 4,
  ...more,
});

const props: ThreadProps = {
  thread: thread(),
  here: HERE,
  sort: 'oldest',
  mine: null,
  personas: [],
  archiveUrl: null,
};

/** A recap above its discussion, and the list of recaps. */
export function StyleRecap() {
  return (
    <>
      <Part name="recap">
        <RecapArticle recap={recap} conference={programme.conference} props={props} />
      </Part>
      <Part name="official recap">
        <RecapArticle
          recap={{ ...recap, isOfficial: true, author: null, editedAt: null, parts: [], own: null }}
          conference={programme.conference}
          props={props}
        />
      </Part>
      <Part name="recaps">
        <RecapsList
          recaps={[
            line({ path: `${HERE}#1`, isOfficial: true, author: null }),
            line({ path: `${HERE}#2`, comments: 0 }),
            line({ path: `${HERE}#3`, author: null, excerpt: '' }),
          ]}
        />
      </Part>
    </>
  );
}
