import { VISIBLE } from '../comments/comment.view.ts';
import { duration, MADE_HERE, partOf, SEEN_PERSONA, written, type Figure } from './figure.ts';

/** Minutes until the answers, beside those that the questions without one have waited. */
export const TIME_TO_AN_ANSWER: Figure = {
  name: 'time-to-an-answer',
  question: { en: 'How long does an answer take?', fr: 'Combien de temps faut-il pour avoir une réponse ?' },
  numerator: {
    en: 'Minutes from a question to its written answer',
    fr: 'Les minutes entre une question et sa réponse écrite',
  },
  denominator: {
    en: 'Questions with a written answer; beside them those that still wait',
    fr: 'Les questions qui ont une réponse écrite ; à côté, celles qui attendent encore',
  },
  windows: ['conference', 'day', 'talk'],
  leftOut: {
    en: 'Questions that were answered aloud, because nobody noted when, and those declined, merged or expired.',
    fr:
      'Les questions auxquelles on a répondu de vive voix, puisque personne n’a noté quand, et celles ' +
      'écartées, fusionnées ou échues.',
  },
  formula: {
    en:
      'The median, in whole minutes: half of the answers came sooner, half came later. Questions that ' +
      'wait have a median of their own. The line (Kaplan and Meier, 1958) shows the share of questions ' +
      'without an answer after so many minutes; one that still waits counts for as long as it has ' +
      'waited.',
    fr:
      'La médiane, en minutes entières : la moitié des réponses sont venues plus tôt, l’autre moitié ' +
      'plus tard. Les questions en attente ont leur propre médiane. La courbe (Kaplan et Meier, 1958) ' +
      'donne la part des questions sans réponse après tant de minutes ; une question qui attend compte ' +
      'aussi longtemps qu’elle a attendu.',
  },
  doesNotTell: {
    en: 'How long the waiting questions will wait in the end: a median of the answered ones alone is always too short.',
    fr: 'Combien de temps attendront les autres : la médiane des seules questions répondues est toujours trop courte.',
  },
  sentence: {
    en: (numbers, locale) => {
      const [answered, waiting] = [partOf(numbers, 'answered'), partOf(numbers, 'waiting')];
      const { median, longest } = numbers.measures;
      if (numbers.total === 0) return 'No question has a written answer, and none waits.';
      const still =
        waiting && longest !== null && longest !== undefined
          ? `; ${written(waiting, locale)} still wait, the longest for ${duration(longest, locale)}`
          : '';
      if (answered === 0) return `No question has a written answer yet${still}.`;
      if (answered === null || median === null || median === undefined) return 'Too few people for a median.';
      const within = duration(median, locale);
      return `Half of the ${written(answered, locale)} written answers came within ${within}${still}.`;
    },
    fr: (numbers, locale) => {
      const [answered, waiting] = [partOf(numbers, 'answered'), partOf(numbers, 'waiting')];
      const { median, longest } = numbers.measures;
      if (numbers.total === 0) return 'Aucune question n’a de réponse écrite, aucune n’attend.';
      const still =
        waiting && longest !== null && longest !== undefined
          ? ` ; en attente : ${written(waiting, locale)}, la plus ancienne depuis ${duration(longest, locale)}`
          : '';
      if (answered === 0) return `Aucune question n’a encore de réponse écrite${still}.`;
      if (answered === null || median === null || median === undefined)
        return 'Trop peu de personnes pour une médiane.';
      const within = duration(median, locale);
      return `Réponses écrites : ${written(answered, locale)}, la moitié en moins de ${within}${still}.`;
    },
  },
  parts: [
    { name: 'answered', label: { en: 'answered in writing', fr: 'répondues par écrit' } },
    { name: 'waiting', label: { en: 'waiting', fr: 'en attente' } },
  ],
  valueOf: ['answered'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select m.id thing, m.thread_id, case when a.id is null then 'waiting' else 'answered' end part,
      ${SEEN_PERSONA} who, m.posted_at at, 1 times,
      floor(extract(epoch from coalesce(a.posted_at, $2) - m.posted_at) / 60)::int minutes
    from threads t
    join comments m on m.thread_id = t.id and m.kind = 'question'
    left join comments a on a.id = m.answer_id and m.question_status = 'answered' and ${VISIBLE.replaceAll('m.', 'a.')}
    where t.conference_id = $1 and m.posted_at <= $2 and (a.id is not null or m.question_status in ('open', 'taken'))
      and ${VISIBLE} and ${MADE_HERE}`,
  measures: {
    median: `floor(percentile_cont(0.5) within group (order by minutes) filter (where part = 'answered'))::int`,
    waitingMedian: `floor(percentile_cont(0.5) within group (order by minutes) filter (where part = 'waiting'))::int`,
    longest: `max(minutes) filter (where part = 'waiting')`,
  },
  chart: 'steps',
};
