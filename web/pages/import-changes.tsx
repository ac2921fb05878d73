import { DateTime } from '../components/date-time.tsx';
import type { PageContext } from './page.tsx';

type ShownValue = string | number | boolean | null;

interface FieldChangeShape {
  name: string;
  from: ShownValue;
  to: ShownValue;
}

/** The effect of an import on one talk; `kept` are fields that were changed by hand. */
export interface TalkChangeShape {
  kind: 'added' | 'changed' | 'moved' | 'cancelled' | 'unchanged';
  talkId: string | null;
  title: string;
  fields: FieldChangeShape[];
  kept: FieldChangeShape[];
  /** The reason why a talk stays that an undone import had added. */
  staysBecause: 'comments' | 'people' | 'changes' | null;
}

/** The fields of a new talk that a page shows; its texts are read once it is there. */
const OF_NEW: ReadonlySet<string> = new Set(['startsAt', 'room', 'speakers', 'status']);
/** Most talks in the list of a page. */
const SHOWN = 150;

interface ImportChangesProps {
  changes: TalkChangeShape[];
  /** Talks with a change, also those that are not listed. */
  count: number;
  /** Whether an import is undone, so that what is kept was changed since. */
  isUndo?: boolean;
  say: PageContext['say'];
}

/** Each talk that an import changes, with what was there and what comes. */
export function ImportChanges({ changes, count, isUndo = false, say }: ImportChangesProps) {
  const listed = changes
    .filter(({ kind, kept, staysBecause }) => kind !== 'unchanged' || kept.length > 0 || staysBecause)
    .slice(0, SHOWN);
  if (listed.length === 0) return null;
  const more = Math.max(0, count - listed.filter(({ kind }) => kind !== 'unchanged').length);
  return (
    <>
      <h2>{say('pages.import.changes')}</h2>
      <ul class="changes">
        {listed.map((change, at) => (
          // A talk that is not there yet has no id.
          <li key={change.talkId ?? at}>
            <span class="badge">{say(`pages.import.change.${isRemoved(change) ? 'removed' : change.kind}`)}</span>{' '}
            <b dir="auto">{change.title}</b>
            {change.staysBecause && <p class="help">{say(`pages.import.stays.${change.staysBecause}`)}</p>}
            <ul>
              {change.fields
                .filter(({ name }) => !isRemoved(change) && (change.kind !== 'added' || OF_NEW.has(name)))
                .map((field) => (
                  <li key={field.name}>
                    {say(`pages.import.field.${field.name}`)}
                    {say('pages.import.colon')} <Change {...field} isNew={change.kind === 'added'} say={say} />
                  </li>
                ))}
              {change.kept.map((field) => (
                <li key={field.name}>
                  {say(`pages.import.field.${field.name}`)}
                  {say('pages.import.colon')} <Value {...field} value={field.from} say={say} />,{' '}
                  {say(`pages.import.${isUndo ? 'keptSince' : 'kept'}`)} <Value {...field} value={field.to} say={say} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{say('pages.import.moreChanges', { count: more })}</p>}
    </>
  );
}

/** Whether a talk leaves the programme with its discussion. */
const isRemoved = ({ fields }: TalkChangeShape): boolean =>
  fields.some(({ name, from, to }) => name === 'status' && from !== null && to === null);

function Change({ name, from, to, isNew, say }: FieldChangeShape & { isNew: boolean; say: PageContext['say'] }) {
  if (isNew) return <Value name={name} value={to} say={say} />;
  if (isNothing(from))
    return (
      <>
        {say('pages.import.now')}{' '}
        <ins>
          <Value name={name} value={to} say={say} />
        </ins>
      </>
    );
  if (isNothing(to))
    return (
      <>
        <del>
          <Value name={name} value={from} say={say} />
        </del>{' '}
        {say('pages.import.goes')}
      </>
    );
  return (
    <>
      <del>
        <Value name={name} value={from} say={say} />
      </del>{' '}
      {say('pages.import.becomes')}{' '}
      <ins>
        <Value name={name} value={to} say={say} />
      </ins>
    </>
  );
}

const isNothing = (value: ShownValue): boolean => value === null || value === '';

interface ValueProps {
  name: string;
  value: ShownValue;
  say: PageContext['say'];
}

function Value({ name, value, say }: ValueProps) {
  if (isNothing(value)) return <>{say('pages.import.nothing')}</>;
  if (name === 'startsAt') return <DateTime at={String(value)} />;
  if (typeof value === 'boolean' || name === 'status') return <>{say(`pages.import.value.${String(value)}`)}</>;
  return <span dir="auto">{value}</span>;
}
