import { namedOr } from '../components/author-name.ts';
import { Shell, type PageContext } from './page.tsx';
import type { CommentShape, ThreadShape } from '../components/shapes.ts';

export interface StageProps {
  context: PageContext;
  thread: ThreadShape;
  announcement: CommentShape | null;
  taken: CommentShape[];
  next: CommentShape[];
  address: string;
  qr: string;
  here: string;
  names: boolean;
  theme: string | null;
}

/** `/c/{conference}/t/{thread}/stage`: for the wall behind the speakers. Public data only. */
export function StagePage({ context, thread, announcement, taken, next, address, qr, here, names, theme }: StageProps) {
  const { say } = context;
  return (
    <Shell {...context} theme={theme}>
      <main
        id="stage"
        data-thread={thread.id}
        data-readers-one={say('pages.thread.readers', { count: 1 })}
        data-readers-other={say('pages.stage.readersMany')}
      >
        <h1>{thread.title}</h1>
        <div class="wall">
          <div role="status">
            {announcement && (
              <div class="announcement">
                <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: announcement.html }} />
              </div>
            )}
            {taken.length === 0 && <p class="empty">{say('pages.stage.nothing')}</p>}
            {taken.map((question) => (
              <article key={question.id} class="answering">
                <h2>{say('pages.thread.now')}</h2>
                <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />
                {names && question.author && <p class="help">{namedOr(question.author, '')}</p>}
              </article>
            ))}
            {next.length > 0 && <h2>{say('pages.stage.next')}</h2>}
            <ol class="queue">
              {next.map((question) => (
                <li key={question.id}>
                  <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: question.html }} />{' '}
                  <span class="votes">
                    {say('pages.thread.votes', { count: question.votes })}
                    {names && question.author ? ` · ${namedOr(question.author, '')}` : ''}
                  </span>
                </li>
              ))}
            </ol>
          </div>
          <aside>
            <div class="qr" role="img" aria-label={address} dangerouslySetInnerHTML={{ __html: qr }} />
            <p class="address">{address.replace(/^https?:\/\//, '')}</p>
            <p class="readers" aria-live="off" />
          </aside>
        </div>
        <p class="lost" role="status" hidden>
          {say('pages.stage.lost')}
        </p>
        <footer>
          <a href={here}>{say('pages.thread.whole')}</a>
          <a href={withSetting(here, { names: !names, theme })}>
            {say(names ? 'pages.stage.hideNames' : 'pages.stage.showNames')}
          </a>
          <a href={withSetting(here, { names, theme: 'light' })}>{say('pages.stage.light')}</a>
          <a href={withSetting(here, { names, theme: 'dark' })}>{say('pages.stage.dark')}</a>
        </footer>
      </main>
    </Shell>
  );
}

function withSetting(here: string, { names, theme }: { names: boolean; theme: string | null }): string {
  const query = new URLSearchParams({
    ...(names ? {} : { names: 'off' }),
    ...(theme === null ? {} : { theme }),
  }).toString();
  return `${here}/stage${query && `?${query}`}`;
}
