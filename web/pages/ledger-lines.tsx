import { useContext } from 'preact/hooks';
import { decisionKey } from '../../locales/decision-key.ts';
import { ruleTitle } from '../../locales/rules.ts';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';

export interface LedgerLineShape {
  id: string;
  until?: string;
  reverses?: string;
  at: string;
  kind: string;
  rule: string | null;
  reason: string;
  role: string;
  threadId: string | null;
  recapId?: string;
  reversedBy?: string;
}

/** Decisions, line by line. */
export function LedgerLines({ conference, lines }: { conference: ConferenceShape; lines: LedgerLineShape[] }) {
  const { say, locale } = useContext(LocaleContext);
  const kindOf = ({ kind, recapId }: LedgerLineShape): string =>
    say(`pages.ledger.kinds.${decisionKey(kind, recapId)}`);
  return (
    <ul class={lines.length > 0 ? 'cards card' : 'cards'}>
      {lines.map((line, i) => (
        <li key={i} id={line.id}>
          <p>
            <b>{kindOf(line)}</b>
          </p>
          <p dir="auto">{line.reason}</p>
          <p class="meta dots">
            <span>
              <DateTime at={line.at} />
            </span>
            <span>{say(`pages.audit.roles.${line.role}`)}</span>
            {line.rule && <span>{ruleTitle(conference.settings.rules, line.rule, locale)}</span>}
          </p>
          {line.until && (
            <p class="help">
              {say('pages.ledger.until')} <DateTime at={line.until} zone />
            </p>
          )}
          {line.reversedBy && (
            <p class="help">
              <a href={`#${line.reversedBy}`}>{say('pages.ledger.reversed')}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
