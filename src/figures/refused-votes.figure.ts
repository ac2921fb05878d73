import { written, type Figure } from './figure.ts';

/** The votes that did not count, and why. */
export const REFUSED_VOTES: Figure = {
  name: 'refused-votes',
  question: { en: 'Which votes were refused?', fr: 'Quels votes ont été refusés ?' },
  numerator: { en: 'Votes for one’s own words', fr: 'Les votes pour ses propres messages' },
  denominator: { en: 'All votes that were refused', fr: 'Tous les votes refusés' },
  windows: ['conference'],
  leftOut: {
    en:
      'A second vote for the same comment, which changes nothing, and whatever was stopped before it ' +
      'reached the discussion: too many requests, or a session that had ended.',
    fr:
      'Un deuxième vote pour le même message, qui ne change rien, et tout ce qui a été arrêté avant : ' +
      'trop de requêtes, ou une session terminée.',
  },
  formula: {
    en:
      'Each refusal counts once, by its reason. The numbers are those up to the start of today; whose ' +
      'votes they were is not written down.',
    fr:
      'Chaque refus compte une fois, selon son motif. Les nombres vont ' +
      'jusqu’au début d’aujourd’hui ; rien n’indique de qui venaient ces votes.',
  },
  doesNotTell: {
    en: 'Whether somebody wanted to cheat: most people press a button to see what it does.',
    fr: 'Si quelqu’un voulait tricher : on appuie souvent sur un bouton pour voir ce qu’il fait.',
  },
  sentence: {
    en: ({ total }, locale) =>
      total === null ? 'Fewer than five people were refused a vote.' : `${written(total, locale)} votes were refused.`,
    fr: ({ total }, locale) =>
      total === null
        ? 'Moins de cinq personnes se sont vu refuser un vote.'
        : `Votes refusés : ${written(total, locale)}.`,
  },
  parts: [
    { name: 'own', label: { en: 'for one’s own words', fr: 'pour ses propres messages' } },
    { name: 'closed', label: { en: 'in a closed discussion', fr: 'dans une discussion fermée' } },
    { name: 'gone', label: { en: 'for what was hidden', fr: 'pour ce qui était masqué' } },
    { name: 'not-allowed', label: { en: 'not allowed to vote', fr: 'sans droit de vote' } },
  ],
  valueOf: ['own'],
  renewed: 'by-the-day',
  sums: 'all',
  isPublic: false,
  // People are numbers: those of one day are not told from those of another, so that they count as few as they can be.
  rows: `select md5(r.day || r.reason)::uuid thing, null::uuid thread_id, r.reason part,
      md5('person ' || i)::uuid who, (r.day + 1)::timestamp at time zone $3 at,
      case when i = 1 then r.times - r.people + 1 else 1 end times, null::int minutes
    from refused_votes r
    cross join generate_series(1, r.people) i
    where r.conference_id = $1 and (r.day + 1)::timestamp at time zone $3 <= $2`,
  measures: {},
  chart: 'bars',
};
