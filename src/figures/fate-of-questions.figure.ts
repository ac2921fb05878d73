import { VISIBLE } from '../comments/comment.view.ts';
import { MADE_HERE, partOf, SEEN_PERSONA, written, type Figure } from './figure.ts';

/** Questions by their outcome; `time-to-an-answer` says how long the others wait. */
export const FATE_OF_QUESTIONS: Figure = {
  name: 'fate-of-questions',
  question: { en: 'What became of the questions?', fr: 'Que sont devenues les questions ?' },
  numerator: { en: 'Questions that were answered', fr: 'Les questions auxquelles on a répondu' },
  denominator: { en: 'All questions that were asked', fr: 'Toutes les questions posées' },
  windows: ['conference', 'day', 'talk'],
  leftOut: {
    en: 'Questions that were withdrawn, hidden or not yet shown, and what came with an archive from another server.',
    fr: 'Les questions retirées, masquées ou pas encore affichées, et ce qui vient d’une archive d’un autre serveur.',
  },
  formula: {
    en: 'Answered + declined + merged + expired + waiting = asked. A question has one of these five fates at a time.',
    fr:
      'Répondues + écartées + fusionnées + échues + en attente = posées. Une question a un seul de ces ' +
      'cinq sorts à la fois.',
  },
  doesNotTell: {
    en: 'Whether the answers were good, or whether those who asked were content with them.',
    fr: 'Si les réponses étaient bonnes, ni si ceux qui les attendaient en ont été contents.',
  },
  sentence: {
    en: (numbers, locale) => {
      const [asked, answered, waiting] = [numbers.total, partOf(numbers, 'answered'), partOf(numbers, 'waiting')];
      if (asked === 0) return 'Nobody has asked anything yet.';
      if (asked === null) return 'Fewer than five people asked.';
      if (answered === null) return `${written(asked, locale)} questions were asked.`;
      const waits = waiting === null ? '' : `; ${written(waiting, locale)} still wait`;
      return `${written(answered, locale)} of ${written(asked, locale)} questions were answered${waits}.`;
    },
    fr: (numbers, locale) => {
      const [asked, answered, waiting] = [numbers.total, partOf(numbers, 'answered'), partOf(numbers, 'waiting')];
      if (asked === 0) return 'Personne n’a encore posé de question.';
      if (asked === null) return 'Moins de cinq personnes ont posé une question.';
      if (answered === null) return `Questions posées : ${written(asked, locale)}.`;
      const waits = waiting === null ? '' : ` ; en attente : ${written(waiting, locale)}`;
      return `Questions répondues : ${written(answered, locale)} sur ${written(asked, locale)}${waits}.`;
    },
  },
  parts: [
    { name: 'answered', label: { en: 'answered', fr: 'répondues' } },
    { name: 'declined', label: { en: 'declined', fr: 'écartées' } },
    { name: 'merged', label: { en: 'merged', fr: 'fusionnées' } },
    { name: 'expired', label: { en: 'expired', fr: 'échues' } },
    { name: 'waiting', label: { en: 'waiting', fr: 'en attente' } },
  ],
  valueOf: ['answered'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select m.id thing, m.thread_id,
      case when m.question_status in ('open', 'taken') then 'waiting' else m.question_status end part,
      ${SEEN_PERSONA} who, m.posted_at at, 1 times, null::int minutes
    from threads t
    join comments m on m.thread_id = t.id and m.kind = 'question'
    where t.conference_id = $1 and m.posted_at <= $2 and ${VISIBLE} and ${MADE_HERE}`,
  measures: {},
  chart: 'stack',
};
