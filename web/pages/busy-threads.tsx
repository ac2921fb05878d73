import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ThreadShape } from '../components/shapes.ts';
import { CommentCount } from './talk-line.tsx';

interface BusyThreadsProps {
  kind: 'active' | 'waiting';
  threads: ThreadShape[];
  here: string;
}

export function BusyThreads({ kind, threads, here }: BusyThreadsProps) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      {threads.length === 0 && <p class="empty">{say(`pages.conference.ways.none.${kind}`)}</p>}
      <ul class="cards busy">
        {threads.map((thread) => (
          <li key={thread.id}>
            <h2>
              <a href={`${here}/t/${thread.slug}`}>{thread.title}</a>
            </h2>
            <p class="facts">
              <CommentCount thread={thread} />
              {thread.counts.waiting > 0 && <span>{say('pages.thread.queue', { count: thread.counts.waiting })}</span>}
              {thread.lastActivityAt && (
                <span>
                  <DateTime at={thread.lastActivityAt} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
