import type { PostsFate } from '../comments/departure.entity.ts';
import type { ErasedRows } from './erasing.ts';

/**
 * The fate of a store's rows: deleted; gone within half an hour or a day, so that nothing tells what belonged together;
 * detached; expiring by themselves; kept for a while by a legal duty; or staying.
 */
export type Fate = 'deleted' | 'soon' | 'soonParted' | 'later' | 'parted' | 'expires' | 'kept' | 'stays';

export interface StoreReport {
  store: string;
  fate: Fate;
  rows: number | null;
}

export interface ErasureReport {
  erasedAt: string;
  posts: PostsFate;
  stores: StoreReport[];
}

/**
 * Every store that knew the account, in the order of a reader's questions. Null where rows are not counted by account.
 */
const STORES: readonly [store: string, fate: Fate, counted: string | null][] = [
  ['address', 'deleted', 'accounts'],
  ['personas', 'soon', 'personas'],
  ['commentsKept', 'soonParted', 'comments_kept'],
  ['commentsRemoved', 'soon', 'comments_removed'],
  ['recapsKept', 'soonParted', 'recaps_kept'],
  ['recapsRemoved', 'soon', 'recaps_removed'],
  ['anonymousQuestions', 'later', 'comments_anonymous'],
  ['votes', 'later', 'votes'],
  ['sessions', 'deleted', 'sessions'],
  ['passkeys', 'deleted', 'passkeys'],
  ['apiTokens', 'deleted', 'api_tokens'],
  ['codes', 'deleted', 'login_codes'],
  ['invitationEmails', 'deleted', 'invitation_emails'],
  ['speakerAddresses', 'deleted', 'speaker_addresses'],
  ['pendingComments', 'deleted', 'pending_comments'],
  ['rights', 'deleted', 'grants'],
  ['sanctions', 'deleted', 'standings'],
  ['statements', 'deleted', 'statements'],
  ['reports', 'parted', 'reports'],
  ['appeals', 'parted', 'appeals'],
  ['decidedWords', 'kept', null],
  ['notices', 'deleted', 'account_notices'],
  ['repliesByEmail', 'deleted', null],
  ['takenQuestions', 'deleted', 'question_takers'],
  ['notes', 'parted', 'note_authors'],
  ['repeatedWrites', 'expires', null],
  ['decisions', 'stays', null],
  ['audit', 'stays', null],
  ['ledgerOfErasures', 'stays', null],
  ['backups', 'stays', null],
];

export const reportOf = (posts: PostsFate, at: Date, touched: ErasedRows): ErasureReport => ({
  erasedAt: at.toISOString(),
  posts,
  stores: STORES.map(([store, fate, counted]) => ({
    store,
    fate,
    rows: counted === null ? null : (touched[counted] ?? 0),
  })),
});

export const REPORTED_STORES = STORES.map(([store]) => store);
