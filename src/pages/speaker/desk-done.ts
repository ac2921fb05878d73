import type { DoneDeskAct, SentDeskForm } from '../../../web/pages/desk-props.ts';
import type { ProblemShape, ThreadShape } from '../../../web/components/shapes.ts';
import type { DeskView } from '../../desk/desk.queries.ts';
import { typed, type FormFields } from '../forms.ts';
import type { PageQuery } from '../page-query.ts';
import type { DeskOutcome } from './desk-comment-forms.ts';

/** The shown desk, from which its forms and the way back of an act follow. */
interface ShownDesk extends Pick<DeskView, 'questions' | 'held' | 'settled' | 'mine'> {
  thread: ThreadShape;
  /** Null without an announcement that is shown. */
  announcementId: string | null;
  /** The name of the live hour; null while there is none. */
  liveHour: string | null;
  isModerator: boolean;
  isClosed: boolean;
}

const ACTS: readonly string[] = [
  'taken',
  'open',
  'answered',
  'answer',
  'declined',
  'merged',
  'live',
  'unlive',
  'announce',
  'takedown',
  'slow',
  'release',
  'withhold',
  'withhold-note',
  'restore-note',
];

/** The query of the page after an act that was carried out, which says so and leads to its Undo. */
export function queryAfter(form: FormFields, outcome: DeskOutcome): string {
  const act = typed(form, 'act');
  const query = new URLSearchParams({ done: act });
  const id = outcome.id ?? typed(form, 'id');
  if (id) query.set('id', id);
  if (act === 'open' && typed(form, 'from') === 'own') query.set('from', 'own');
  // Undoing what another did would end that.
  if (!outcome.isChanged) query.set('undo', 'no');
  return query.toString();
}

/** The act a page says was done; null for a page that is just read. */
export function doneIn(query: PageQuery, desk: ShownDesk): DoneDeskAct | null {
  const act = typed(query, 'done');
  if (!ACTS.includes(act)) return null;
  const id = typed(query, 'id');
  const hasUndo = !desk.isClosed && typed(query, 'undo') !== 'no';
  return { act, id: id || null, undo: hasUndo ? undoOf(act, { id, from: typed(query, 'from') }, desk) : null };
}

/** The act that takes another back, as the desk is now; null where nothing does. */
function undoOf(
  act: string,
  { id, from }: { id: string; from: string },
  { questions, settled, mine, thread, announcementId, liveHour }: ShownDesk,
): string | null {
  const has = (list: DeskView['settled'], status: string): boolean =>
    list.some((each) => each.id === id && each.question?.status === status);
  switch (act) {
    case 'taken':
      return mine.includes(id) ? 'open' : null;
    case 'declined':
    case 'merged':
      return has(settled, act) ? 'open' : null;
    case 'open':
      return from === 'own' && has(questions, 'open') ? 'taken' : null;
    case 'live':
      return id !== '' && liveHour === id ? 'unlive' : null;
    case 'unlive':
      return thread.live ? null : 'live';
    case 'announce':
      return id !== '' && announcementId === id ? 'takedown' : null;
    default:
      return null;
  }
}

/** A refused form, if the desk still has it; null for one whose question has moved on, and for an act of one press. */
export function sentAgain(refusal: ProblemShape | null, form: FormFields, desk: ShownDesk): SentDeskForm | null {
  const [act, id] = [typed(form, 'act'), typed(form, 'id')];
  if (!refusal || !hasForm(act, id, desk)) return null;
  const fields = Object.fromEntries(
    Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
  return { act, id, fields, refusal };
}

function hasForm(act: string, id: string, { questions, held, settled, mine, isModerator, isClosed }: ShownDesk) {
  const isIn = (list: readonly { id: string }[]): boolean => list.some((each) => each.id === id);
  if (act === 'withhold') return isIn(held);
  if (act === 'withhold-note' || act === 'restore-note') return isModerator && isIn(settled);
  if (act === 'slow') return isModerator;
  if (isClosed) return false;
  if (act === 'announce') return true;
  if (act === 'answered') return mine.includes(id);
  const isFree = mine.includes(id) || questions.some((each) => each.id === id && each.question?.status === 'open');
  return isFree && (act === 'answer' || act === 'declined' || (act === 'merged' && questions.length > 1));
}
