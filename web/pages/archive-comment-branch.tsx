import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { CommentItem } from '../components/comment-item.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape } from '../components/shapes.ts';

/** A comment with those of its replies that are on this page; a long branch continues on the next. */
export interface ArchiveBranch {
  root: CommentShape;
  replies: CommentShape[];
  isContinued: boolean;
}

export function ArchiveCommentBranch({
  root,
  replies,
  isContinued,
  shown,
}: ArchiveBranch & { shown: Parameters<typeof CommentItem>[0]['props'] }) {
  const { say } = useContext(LocaleContext);
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  return (
    <>
      {isContinued ? (
        <p class="help">
          {say('pages.archive.continued')}{' '}
          <a href={shown.placeOf!(root.id)}>
            {root.state === 'visible'
              ? namedOr(root.author, say('pages.thread.anonymous'))
              : say('pages.thread.hiddenAuthor')}
          </a>
        </p>
      ) : (
        <CommentItem comment={root} props={shown} actions={null} />
      )}
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem
                comment={reply}
                props={shown}
                actions={null}
                answered={byId.get(reply.parentId ?? '') ?? null}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
