import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { RecapByline } from './recap-byline.tsx';
import type { RecapLineShape } from './recap-shapes.ts';

/** Recaps one under the other: title, author, day, first words. */
export function RecapsList({ recaps, level = 2 }: { recaps: readonly RecapLineShape[]; level?: 2 | 3 }) {
  const { say } = useContext(LocaleContext);
  const Title = `h${level}` as const;
  return (
    <ul class="cards recaps">
      {recaps.map(({ path, title, author, isOfficial, publishedAt, excerpt, comments }) => (
        <li key={path}>
          <Title>
            <a href={path} dir="auto">
              {title}
            </a>
          </Title>
          <RecapByline author={author} isOfficial={isOfficial}>
            <span class="meta dots">
              <span>
                <DateTime at={publishedAt} time={false} />
              </span>
              {comments > 0 && <span>{say('pages.thread.count', { count: comments })}</span>}
            </span>
          </RecapByline>
          {excerpt && (
            <p class="latest" dir="auto">
              {excerpt}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
