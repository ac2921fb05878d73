import type { EntryState, ServerFacts } from './examined-server.policy.ts';
import { doubtful, well, wrong, type Finding, type Judgement } from './finding.policy.ts';

/** Judges how e-mails leave, what the DNS says of them, what came back, and how replies come in. */
export const mailFindings = (examined: ServerFacts): Finding[] =>
  [...aboutMail(examined), aboutSenderRefusals(examined), aboutInbound(examined), aboutSetAside(examined)].filter(
    (each) => each !== null,
  );

function aboutMail({ mail }: ServerFacts): Finding[] {
  if (mail === null) return [wrong('mail', 'none')];
  const { host, refusal, domain, dkimName, entries } = mail;
  const ofServer = refusal ? wrong('mail', refusal.kind, { host, why: refusal.why }) : well('mail', 'well', { host });
  const known = Object.values(entries).filter((state) => state !== null);
  // Without a resolver one sentence stands for all entries.
  if (known.includes('unknown')) return [ofServer, doubtful('dns', 'unknown', { domain })];
  const ofEntries = [
    entries.spf === 'absent' ? doubtful('dns', 'spf', { domain }) : null,
    entries.dmarc === 'absent' ? doubtful('dns', 'dmarc', { domain }) : null,
  ].filter((each) => each !== null);
  return [ofServer, aboutDkim(dkimName, entries.dkim), ...ofEntries].filter((each) => each !== null);
}

function aboutDkim(name: string | null, state: EntryState | null): Judgement {
  if (name === null) return well('dkim', 'elsewhere');
  if (state === null) return null;
  return state === 'right' ? well('dkim', 'well', { name }) : wrong('dkim', state, { name });
}

function aboutSenderRefusals({ database }: ServerFacts): Judgement {
  if (!('senderRefusals' in database) || database.senderRefusals === null) return null;
  const { count, status, latest } = database.senderRefusals;
  if (count === 0 || latest === null) return null;
  return doubtful('returns', 'refused', { count, status: status ?? '5.7', latest });
}

function aboutInbound({ inbound }: ServerFacts): Judgement {
  if (inbound === null) return null;
  const { kind, place, refusal, trusts } = inbound;
  if (refusal?.kind === 'login') return wrong('inbound', 'login', { place, why: refusal.why });
  if (refusal) return wrong('inbound', kind === 'port' ? 'silent' : 'unread', { place, why: refusal.why });
  return trusts === 0 ? doubtful('inbound', 'unproved') : well('inbound', kind, { place });
}

function aboutSetAside({ database }: ServerFacts): Judgement {
  const aside = 'setAsideEmails' in database ? database.setAsideEmails : null;
  return aside === null || aside.count === 0 ? null : doubtful('aside', 'kept', { ...aside });
}
