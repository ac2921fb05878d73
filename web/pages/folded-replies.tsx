import type { Words } from '../../locales/words.ts';
import { authorName } from '../components/author-name.ts';
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
  const byRoot = new Map<string, CommentShape[]>();
  for (const reply of folded) byRoot.set(reply.rootId!, [...(byRoot.get(reply.rootId!) ?? []), reply]);
  const roots = new Map(items.map((root) => [root.id, root]));
  return (rootId) => {
    const [root, replies] = [roots.get(rootId), byRoot.get(rootId)];
    if (!root || !replies) return null;
    const isWhole = (root.replies?.length ?? 0) + replies.length >= root.replyCount;
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
