import type { Words } from '../../locales/words.ts';
import { authorName } from '../components/author-name.ts';
import { firstReplies } from '../components/comment-list.ts';
import { DateTime } from '../components/date-time.tsx';
import type { CommentShape, CommentsPageShape } from '../components/shapes.ts';
import type { ThreadProps } from '../components/thread-props.ts';

/**
 * Draws the replies that are folded on the screen, for paper and without a script; a script takes them away, because it
 * loads them when it prints, and these would stay when one is withheld.
 */
export function foldedUnder(
  { items }: CommentsPageShape,
  folded: readonly CommentShape[],
  say: Words,
): ThreadProps['folded'] {
  const byRoot = foldedByRoot(items, folded);
  const roots = new Map(items.map((root) => [root.id, root]));
  return (rootId) => {
    const [root, replies] = [roots.get(rootId), byRoot.get(rootId)];
    if (!root || !replies) return null;
    const isWhole = firstReplies(root).length + replies.length >= root.replyCount;
    return (
      <ol class={`replies folded${isWhole ? ' whole' : ''}`}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <FoldedReply reply={reply} say={say} />
          </li>
        ))}
      </ol>
    );
  };
}

/** The folded replies of each comment in order: those that came with it, and those that were read for paper. */
function foldedByRoot(
  items: readonly CommentShape[],
  folded: readonly CommentShape[],
): ReadonlyMap<string, CommentShape[]> {
  return new Map(
    items.flatMap((root) => {
      const later = folded.filter(({ rootId }) => rootId === root.id);
      const unseen = (root.replies ?? []).slice(firstReplies(root).length);
      return later.length === 0 ? [] : [[root.id, [...unseen, ...later]]];
    }),
  );
}

/** Most authors that are named of folded replies. */
const NAMED = 3;

/** The first authors of the folded replies under each comment, as far as they may be read. */
export function authorsOfFolded(
  { items }: CommentsPageShape,
  folded: readonly CommentShape[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...foldedByRoot(items, folded)].flatMap(([rootId, replies]) => {
      const names = new Set(
        replies.flatMap(({ state, author }) => (state === 'visible' && author?.name ? [author.name] : [])),
      );
      const named = [...names].slice(0, NAMED);
      return named.length === 0 ? [] : [[rootId, `${named.join(', ')}${names.size > NAMED ? '…' : ''}`]];
    }),
  );
}

function FoldedReply({ reply, say }: { reply: CommentShape; say: Words }) {
  if (reply.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${reply.state}`)}</p>;
  return (
    <>
      <p class="help">
        <b dir="auto">{authorName(reply, say)}</b> · <DateTime at={reply.createdAt} />
      </p>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: reply.html }} />
    </>
  );
}
