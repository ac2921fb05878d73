import { VISIBLE } from '../comments/comment.view.ts';
import { MADE_HERE, partOf, SEEN_PERSONA, written, type Figure } from './figure.ts';

/** Contributions by the phase of their talk: before it, during it, after it, and weeks later. */
export const COMMENTS_BY_PHASE: Figure = {
  name: 'comments-by-phase',
  question: { en: 'When do people speak?', fr: 'Quand est-ce qu’on prend la parole ?' },
  numerator: {
    en: 'Comments, questions and answers after the end of their talk',
    fr: 'Les commentaires, questions et réponses après la fin de l’intervention',
  },
  denominator: {
    en: 'All that was said about talks with a time',
    fr: 'Tout ce qui a été dit des interventions qui ont une heure',
  },
  windows: ['conference', 'day', 'talk'],
  leftOut: {
    en: 'What was withdrawn or hidden, discussions without a talk, and what came with an archive.',
    fr: 'Ce qui a été retiré ou masqué, les discussions libres, et ce qui vient d’une archive.',
  },
  formula: {
    en:
      'Each is counted by the moment it was posted, against the start and the length of its talk as ' +
      'they stand in the programme now. “Weeks later” begins fourteen days after the end.',
    fr:
      'Chaque message est compté selon l’heure à laquelle il a été publié, comparée au début et à la ' +
      'durée de l’intervention tels qu’ils figurent au programme. « Des semaines plus tard » commence ' +
      'quatorze jours après la fin.',
  },
  doesNotTell: {
    en: 'How many people read: without cookies nobody counted them, and nobody will.',
    fr: 'Combien de personnes lisent : sans cookies, personne ne les a comptées, et personne ne le fera.',
  },
  sentence: {
    en: (numbers, locale) => {
      const late = [partOf(numbers, 'after'), partOf(numbers, 'weeks-later')];
      if (numbers.total === 0) return 'Nothing has been said about a talk yet.';
      if (numbers.total === null) return 'Fewer than five people spoke.';
      if (late.includes(null)) return `${written(numbers.total, locale)} were posted.`;
      const after = written(late[0]! + late[1]!, locale);
      return `${after} of ${written(numbers.total, locale)} were posted after their talk.`;
    },
    fr: (numbers, locale) => {
      const late = [partOf(numbers, 'after'), partOf(numbers, 'weeks-later')];
      if (numbers.total === 0) return 'Rien n’a encore été dit d’une intervention.';
      if (numbers.total === null) return 'Moins de cinq personnes ont pris la parole.';
      if (late.includes(null)) return `Messages publiés : ${written(numbers.total, locale)}.`;
      const after = written(late[0]! + late[1]!, locale);
      return `Messages publiés après l’intervention : ${after} sur ${written(numbers.total, locale)}.`;
    },
  },
  parts: [
    { name: 'before', label: { en: 'before the talk', fr: 'avant l’intervention' } },
    { name: 'during', label: { en: 'during it', fr: 'pendant' } },
    { name: 'after', label: { en: 'after it', fr: 'après' } },
    { name: 'weeks-later', label: { en: 'weeks later', fr: 'des semaines plus tard' } },
  ],
  valueOf: ['after', 'weeks-later'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select m.id thing, m.thread_id,
      case
        when m.posted_at < k.starts_at then 'before'
        when m.posted_at < k.starts_at + k.duration_minutes * interval '1 minute' then 'during'
        when m.posted_at < k.starts_at + k.duration_minutes * interval '1 minute' + interval '14 days' then 'after'
        else 'weeks-later'
      end part,
      ${SEEN_PERSONA} who, m.posted_at at, 1 times, null::int minutes
    from threads t
    join talks k on k.id = t.talk_id and k.starts_at is not null
    join comments m on m.thread_id = t.id
    where t.conference_id = $1 and m.posted_at <= $2 and ${VISIBLE} and ${MADE_HERE}`,
  measures: {},
  chart: 'bars',
};
