import { VISIBLE } from '../comments/comment.view.ts';
import { MADE_HERE, written, type Figure } from './figure.ts';

/** The votes that count. */
export const VOTES: Figure = {
  name: 'votes',
  question: { en: 'What did people vote for?', fr: 'Pour quoi a-t-on voté ?' },
  numerator: { en: 'Votes for questions', fr: 'Les votes pour des questions' },
  denominator: { en: 'All votes', fr: 'Tous les votes' },
  windows: ['conference', 'day', 'talk'],
  leftOut: {
    en:
      'Votes that were taken back, votes for what is hidden or was withdrawn, and votes that were ' +
      'refused, which are counted apart.',
    fr: 'Les votes repris, ceux pour ce qui est masqué ou retiré, et les votes refusés, comptés à part.',
  },
  formula: {
    en:
      'One person has one vote for a comment, and none for their own. Votes for a question that was ' +
      'merged count for the one it was merged into.',
    fr:
      'Une personne a une voix par commentaire, et aucune pour les siens. Les votes d’une question ' +
      'fusionnée comptent pour celle qui reste.',
  },
  doesNotTell: {
    en: 'Agreement: a vote for a question says “I would like to hear that, too”.',
    fr: 'L’accord : voter pour une question, c’est dire « j’aimerais l’entendre aussi ».',
  },
  sentence: {
    en: ({ total }, locale) =>
      total === null ? 'Fewer than five people have voted.' : `${written(total, locale)} votes were given.`,
    fr: ({ total }, locale) =>
      total === null ? 'Moins de cinq personnes ont voté.' : `Votes comptés : ${written(total, locale)}.`,
  },
  parts: [
    { name: 'question', label: { en: 'for questions', fr: 'pour des questions' } },
    { name: 'answer', label: { en: 'for answers', fr: 'pour des réponses' } },
    { name: 'comment', label: { en: 'for comments', fr: 'pour des commentaires' } },
  ],
  valueOf: ['question'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select m.id thing, m.thread_id, m.kind part, v.account_id who, m.posted_at at, 1 times, null::int minutes
    from threads t
    join comments m on m.thread_id = t.id
    join votes v on v.comment_id = m.id
    where t.conference_id = $1 and m.posted_at <= $2 and ${VISIBLE} and ${MADE_HERE}`,
  measures: {},
  chart: 'bars',
};
