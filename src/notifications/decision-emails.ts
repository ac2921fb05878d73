import { words } from '../../locales/catalogues.ts';
import { dateLanguage, firstAsSaid } from '../../locales/written-date.ts';
import { decisionKey } from '../../locales/decision-key.ts';
import { ruleTitle, type Rule } from '../../locales/rules.ts';
import { APPEAL_DAYS, APPEALABLE, APPEALABLE_BY_REPORTER } from '../moderation/moderation.policy.ts';
import type { EmailAction, EmailBrand } from '../platform/mail/email.ts';
import type { DueEmail, DueDecisionNotice } from '../moderation/decision-notices.ts';

/** The decision a notice is about, in its state at the time of sending. */
export interface DecisionFacts {
  letterId: string;
  kind: string;
  rule: string | null;
  reason: string;
  until: Date | null;
  isFromReport: boolean;
  isAutomated: boolean;
  isReversal: boolean;
  conferenceTitle: string;
  accent: string | null;
  timeZone: string;
  /** The rules of the conference, of which one is cited. */
  rules: Rule[];
  threadTitle: string | null;
  slug: string;
  /** The recap it is about, if it is about one. */
  recapId: string | null;
}

export interface EmailWording {
  subject: string;
  text: string;
  hint: string;
  action?: EmailAction;
  brand?: EmailBrand;
}

type Locale = DueEmail['locale'];

interface DecisionEmailInput {
  notice: DueDecisionNotice;
  about: DecisionFacts;
  locale: Locale;
  publicUrl: string;
}

/** The e-mail about one notice. */
export function emailAbout(written: DecisionEmailInput): EmailWording {
  const { notice, about, locale, publicUrl } = written;
  const say = words(locale);
  const place = { conference: about.conferenceTitle };
  if (notice.kind === 'ledger-head') {
    const url = `${publicUrl}/c/${about.slug}/ledger`;
    const head = `${about.slug}:${notice.facts['n']}:${notice.facts['hash']}`;
    return {
      subject: say('mails.ledgerHead.subject'),
      text: say('mails.ledgerHead.text', { ...place, ...notice.facts, url, head }),
      action: { label: say('mails.actions.ledger'), url },
      hint: url,
    };
  }
  if (notice.kind === 'holds-stopped') {
    const url = `${publicUrl}/organize/${about.slug}/queue?kind=reported`;
    return {
      subject: say('mails.holdsStopped.subject'),
      text: say('mails.holdsStopped.text', { ...place, url }),
      action: { label: say('mails.actions.queue'), url },
      hint: url,
    };
  }
  if (notice.kind === 'report-warned') {
    return {
      subject: say('mails.reportWarned.subject'),
      text: say('mails.reportWarned.text', place),
      hint: 'warning',
    };
  }
  const url = urlOf(written);
  const facts = factsOf(about, locale);
  if (notice.kind === 'statement') {
    if (GIVES_BACK.includes(about.kind))
      return {
        subject: say(`mails.statement.subjects.${decisionKey(about.kind, about.recapId)}`),
        text: `${[whatOf(written), facts, url].filter((part) => part !== '').join('\n\n')}\n`,
        action: { label: say('mails.actions.statement'), url },
        hint: url,
      };
    const appeal = say(isAppealable(about) ? 'mails.statement.mayAppeal' : 'mails.statement.mayNotAppeal', {
      days: APPEAL_DAYS,
    });
    return {
      subject: say(`mails.statement.subjects.${decisionKey(about.kind, about.recapId)}`),
      text: say('mails.statement.text', { ...place, what: whatOf(written), facts, url, appeal }),
      action: { label: say('mails.actions.statement'), url },
      hint: url,
    };
  }
  return {
    subject: say('mails.reportDecided.subject'),
    text: say('mails.reportDecided.text', { ...place, outcome: whatOf(written), facts, url }),
    action: { label: say('mails.actions.reportDecided'), url },
    hint: url,
  };
}

/** One e-mail for several notices of one topic, each with all that its own e-mail would say. */
export function emailListing(all: readonly [DecisionEmailInput, ...DecisionEmailInput[]]): EmailWording {
  const [
    {
      notice: { kind },
      about,
      locale,
      publicUrl,
    },
  ] = all;
  const say = words(locale);
  const count = all.length;
  const list = all
    .map((written, i) => [`${i + 1}. ${whatOf(written)}`, factsOf(written.about, locale), urlOf(written)])
    .map((lines) => lines.filter((each) => each !== '').join('\n'))
    .join('\n\n');
  if (kind !== 'statement') {
    return {
      subject: say('mails.several.reportsSubject', { count }),
      text: say('mails.several.reportsText', { count, list }),
      hint: `${publicUrl}/reports`,
    };
  }
  const isAnyAppealable = all.some((written) => isAppealable(written.about));
  const appeal = say(isAnyAppealable ? 'mails.several.mayAppeal' : 'mails.statement.mayNotAppeal', {
    days: APPEAL_DAYS,
  });
  const isOfComments = SUBJECTS_OF_SEVERAL.includes(about.kind) && all.every((each) => each.about.recapId === null);
  const subject = isOfComments ? about.kind : 'other';
  return {
    subject: say(`mails.several.subjects.${subject}`, { count }),
    text: say('mails.several.text', { count, list, appeal }),
    hint: `${publicUrl}/me`,
  };
}

/** Kinds of decisions with a subject line of their own for several. */
const SUBJECTS_OF_SEVERAL: readonly string[] = ['hold', 'withhold', 'restore', 'release', 'uphold'];

/** Kinds of decisions that give something back: their e-mails say so in a sentence, and a reason if one was given. */
const GIVES_BACK: readonly string[] = ['release', 'restore', 'restore-note', 'unmute', 'unsuspend'];

const isAppealable = ({ kind }: DecisionFacts): boolean => APPEALABLE.includes(kind);

/** The decision, in a sentence. */
function whatOf({ notice, about, locale }: DecisionEmailInput): string {
  const say = words(locale);
  if (notice.kind === 'statement')
    return say(`mails.statement.what.${decisionKey(about.kind, about.recapId)}`, {
      title: about.threadTitle ?? about.conferenceTitle,
    });
  return say(`mails.reportDecided.outcomes.${outcomeOf(about)}`);
}

function outcomeOf({ isReversal, kind }: DecisionFacts): string {
  if (isReversal) return 'changed';
  if (APPEALABLE_BY_REPORTER.includes(kind)) return 'dismissed';
  return kind === 'uphold' ? 'upheld' : 'decided';
}

function urlOf({ notice, publicUrl }: DecisionEmailInput): string {
  const path = notice.kind === 'report-decided' ? `/reports/${notice.receipt}` : `/me/statements/${notice.decisionId}`;
  return publicUrl + path;
}

/** The content that article 17 of the DSA requires, a line each: rule, reason, end, how it came about. */
function factsOf(about: DecisionFacts, locale: Locale): string {
  const say = words(locale);
  const facts: string[] = [];
  if (about.rule !== null)
    facts.push(say('mails.statement.facts.rule', { rule: ruleTitle(about.rules, about.rule, locale) }));
  if (about.reason !== '') facts.push(say('mails.statement.facts.reason', { reason: about.reason }));
  if (GIVES_BACK.includes(about.kind)) return facts.join('\n');
  if (about.until !== null)
    facts.push(say('mails.statement.facts.until', { until: dateOf(about.until, about.timeZone, locale) }));
  if (about.kind === 'suspend' && about.until === null) facts.push(say('mails.statement.facts.forGood'));
  facts.push(say(about.isFromReport ? 'mails.statement.facts.fromReport' : 'mails.statement.facts.ownLook'));
  facts.push(say(about.isAutomated ? 'mails.statement.facts.automated' : 'mails.statement.facts.byPerson'));
  return facts.join('\n');
}

const dateOf = (at: Date, timeZone: string, locale: Locale): string =>
  firstAsSaid(
    locale,
    new Intl.DateTimeFormat(dateLanguage(locale), { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at),
  );
