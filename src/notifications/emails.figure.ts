import { partOf, written, type Figure } from '../figures/figure.ts';
import { NOTICES_KEPT_DAYS } from './forget-notices.ts';

/** Longest time from an e-mail to what comes back of it. */
const COMES_BACK_WITHIN = "interval '2 days'";

/** Notices that could have been an e-mail, by their outcome. */
export const EMAILS: Figure = {
  name: 'emails',
  question: { en: 'How many e-mails were sent?', fr: 'Combien d’e-mails ont été envoyés ?' },
  numerator: { en: 'Notices that were sent at once', fr: 'Les notifications envoyées aussitôt' },
  denominator: {
    en: 'All notices that were for somebody',
    fr: 'Toutes les notifications qui concernaient quelqu’un',
  },
  windows: ['conference'],
  leftOut: {
    en:
      'Codes, invitations and decisions, which are always sent; what was hidden before it was sent; ' +
      `and everything older than ${NOTICES_KEPT_DAYS} days, of which nothing is kept.`,
    fr:
      'Les codes, les invitations et les décisions, toujours envoyés ; ce qui a été masqué avant ' +
      `l’envoi ; et tout ce qui a plus de ${NOTICES_KEPT_DAYS} jours, dont rien n’est conservé.`,
  },
  formula: {
    en:
      'Each notice counts once: in an e-mail of its own, as a line of a digest, held back because its ' +
      'reader wants fewer e-mails or has seen it, or not yet sent. It came back if an e-mail to the same ' +
      'address came back within two days.',
    fr:
      'Chaque notification compte une fois : dans un e-mail à part, comme ligne d’un résumé, retenue parce ' +
      'que la personne veut moins d’e-mails ou l’a déjà vue, ou pas encore envoyée. Elle est revenue si ' +
      'un e-mail à la même adresse est revenu dans les deux jours.',
  },
  doesNotTell: {
    en: 'Whether anybody read them: the e-mails hold no picture and no link that would tell.',
    fr: 'Si on les a lus : les e-mails ne contiennent ni image ni lien qui le dirait.',
  },
  sentence: {
    en: (numbers, locale) => {
      const [sent, held] = [partOf(numbers, 'sent'), partOf(numbers, 'held')];
      if (numbers.total === null) return 'Fewer than five people were to be told anything.';
      if (sent === null || held === null) return `${written(numbers.total, locale)} notices.`;
      const all = written(numbers.total, locale);
      return `${written(sent, locale)} of ${all} notices were sent at once, ${written(held, locale)} were held back.`;
    },
    fr: (numbers, locale) => {
      const [sent, held] = [partOf(numbers, 'sent'), partOf(numbers, 'held')];
      if (numbers.total === null) return 'Moins de cinq personnes étaient concernées.';
      if (sent === null || held === null) return `Notifications : ${written(numbers.total, locale)}.`;
      const all = written(numbers.total, locale);
      const [many, few] = [written(sent, locale), written(held, locale)];
      return `Notifications envoyées aussitôt : ${many} sur ${all} ; retenues : ${few}.`;
    },
  },
  parts: [
    { name: 'sent', label: { en: 'sent at once', fr: 'envoyées aussitôt' } },
    { name: 'digest', label: { en: 'in a digest', fr: 'dans un résumé' } },
    { name: 'held', label: { en: 'held back', fr: 'retenues' } },
    { name: 'returned', label: { en: 'came back', fr: 'revenues' } },
    { name: 'waiting', label: { en: 'not sent yet', fr: 'pas encore envoyées' } },
  ],
  valueOf: ['sent'],
  renewed: 'by-the-day',
  sums: 'all',
  isPublic: false,
  rows: `select n.id thing, null::uuid thread_id,
      case
        when n.fate is null then 'waiting'
        when n.fate <> 'held' and exists (
          select from email_returns r
          where r.account_id = n.account_id and r.verdict in ('hard', 'soft')
            and r.at between n.settled_at and n.settled_at + ${COMES_BACK_WITHIN}
        ) then 'returned'
        else n.fate
      end part,
      n.account_id who, coalesce(n.settled_at, n.at) at, 1 times, null::int minutes
    from email_notices n
    where n.conference_id = $1 and coalesce(n.settled_at, n.at) <= $2 and n.fate is distinct from 'void'`,
  measures: {},
  chart: 'bars',
};
