import { DateTime } from '../components/date-time.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf, type ListPart } from './list-part.tsx';
import type { PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';

interface SanctionShape {
  id: string;
  kind: string;
  until: string | null;
  name: string | null;
  reason: string;
  isYours: boolean;
}

/** A page of the filtered current sanctions, and their number. */
export interface SanctionChoice extends ListPart<SanctionShape> {
  chosen: { who: string; kind: string };
  kinds: { value: string; count: number }[];
}

interface SanctionsSectionProps {
  sanctions: SanctionChoice;
  slug: string;
  say: PageContext['say'];
}

/** The current sanctions, with a filter, their number, and the form that ends each. */
export function SanctionsSection({ sanctions, slug, say }: SanctionsSectionProps) {
  const here = `/organize/${slug}/rules`;
  const { chosen, kinds } = sanctions;
  return (
    <section id="sanctions">
      <h2>{say('pages.conduct.sanctions', { total: sanctions.total })}</h2>
      {sanctions.total === 0 && <EmptyState>{say('pages.conduct.noSanctions')}</EmptyState>}
      {needsFilter(sanctions) && (
        <ListFilter
          action={`${here}#sanctions`}
          words={{ name: 'who', label: say('pages.organize.who'), value: chosen.who }}
          choice={{
            name: 'kind',
            label: say('pages.conduct.kind'),
            value: chosen.kind,
            options: kinds.map((kind) => ({ ...kind, label: say(kindKey(kind.value)) })),
          }}
          say={say}
        />
      )}
      {sanctions.total > 0 && sanctions.found === 0 && <EmptyState>{say('pages.conduct.noSuchSanction')}</EmptyState>}
      <ListRange part={sanctions} say={say} />
      <ul class="cards">
        {sanctions.items.map((sanction) => (
          <SanctionLine key={sanction.id} sanction={sanction} slug={slug} say={say} />
        ))}
      </ul>
      <ListPages
        part={sanctions}
        at={(page) => `${here}${queryOf({ ...chosen, page: pageField(page) })}#sanctions`}
        say={say}
      />
    </section>
  );
}

const kindKey = (kind: string): string => (kind === 'muted' ? 'pages.queue.mute' : 'pages.queue.suspend');

interface SanctionLineProps {
  sanction: SanctionShape;
  slug: string;
  say: PageContext['say'];
}

const SanctionLine = ({ sanction: { id, kind, until, name, reason, isYours }, slug, say }: SanctionLineProps) => (
  <li>
    <p>
      <b dir="auto">{name ?? say('pages.organize.noName')}</b> · {say(kindKey(kind))} ·{' '}
      {until ? <DateTime at={until} zone /> : say('pages.queue.forGood')} · <span dir="auto">{reason}</span>
    </p>
    {isYours ? (
      <p class="help">{say('pages.conduct.own')}</p>
    ) : (
      <form method="post" action={`/organize/${slug}/sanctions/${id}`} class="inline">
        <label>
          {say('pages.moderation.reason')} <input name="reason" maxlength={1000} />
        </label>
        <button>{say('pages.conduct.end')}</button>
      </form>
    )}
  </li>
);
