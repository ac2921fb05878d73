import { leads, type Roles } from '../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import { mayChange, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { EDIT_WINDOW_MINUTES, editWindowIsOpen, stateOf } from './comment.policy.ts';
import { lockedComments, type LockedComment } from './comments.queries.ts';
import { commentVersion, toCommentView } from './comment.view.ts';
import { commentGone, editWindowClosed } from './comments.problems.ts';
import { countsWhen } from './counts.ts';
import { demandGuestMay, holdsGuests } from './guest-acts.ts';
import { showsRight } from './recap-threads.ts';
import { refuseToReword } from './question-text.ts';
import { screen } from './screen.ts';

interface Edit {
  commentId: string;
  accountId: string;
  roles: Roles;
  precondition: Precondition;
  source: string;
  html: string;
}
interface EditRows {
  edit: Edit;
  old: LockedComment;
  heldBecause: string | null;
  now: Date;
}

export const editCommentWrite: ExclusiveWrite<Edit, LockedComment | null, EditRows> = {
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,
  read: (tx, { thread }, edits) =>
    lockedComments(
      tx,
      thread.id,
      edits.map(({ commentId }) => commentId),
    ),

  decide(edit, old, context) {
    const { thread, conference, now } = context;
    if (!old || (old.seq === null && old.accountId !== edit.accountId)) throw notFound();
    if (old.accountId !== edit.accountId) throw notAllowed();
    const state = stateOf(old);
    if (state === 'withdrawn' || state === 'withheld') throw commentGone();
    if (!mayChange(thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    if (edit.source === old.source) return { events: [], rows: { edit, old, heldBecause: null, now } };
    // A question of the live hour may be corrected after it.
    if (old.isByGuest) demandGuestMay(old.kind, context, true);
    edit.precondition.demand(commentVersion(toCommentView(old)));
    if (old.kind === 'question') refuseToReword(old, edit.source);
    if (!editWindowIsOpen(old, now)) throw editWindowClosed({ minutes: EDIT_WINDOW_MINUTES });
    // Edits are screened like posts; a held comment stays held until a moderator reads it.
    const heldBecause =
      state === 'held'
        ? null
        : screen({
            mode: thread.screening ?? conference.settings.screening,
            isTrusted: showsRight(old.authorRoles) || (old.kind === 'answer' && leads(edit.roles, thread.talkId)),
            isApproved: old.isApproved && !old.isByGuest,
            holdsGuest: old.isByGuest && holdsGuests(context),
            isWatched: false,
            html: edit.html,
            source: edit.source,
            wordLists: conference.settings.wordLists ?? {},
          });
    return {
      events: [
        {
          kind: heldBecause ? 'comment.held' : 'comment.edited',
          commentId: old.id,
          isPublic: old.seq !== null,
          data: { revision: old.revision + 1 },
        },
      ],
      counts: heldBecause ? countsWhen(old, 'hidden') : {},
      rows: { edit, old, heldBecause, now },
    };
  },

  async write(tx, { thread }, [written]) {
    const { edit, old, heldBecause, now } = written!.rows;
    await tx.query(
      `insert into comment_revisions (comment_id, revision, thread_id, source, html, was_public, written_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        old.id,
        old.revision,
        thread.id,
        old.source,
        old.html,
        old.seq !== null && stateOf(old) === 'visible',
        old.editedAt ?? old.postedAt,
      ],
    );
    await tx.query(
      `update comments
       set source = $2, html = $3, revision = revision + 1, edited_at = $4, changed_seq = coalesce($5, changed_seq),
         held_at = case when $6::text is null then held_at else $4 end, held_because = coalesce($6, held_because)
       where id = $1`,
      [old.id, edit.source, edit.html, now, written!.numbers[0]!.seq, heldBecause],
    );
  },
};
