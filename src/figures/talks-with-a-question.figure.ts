import { partOf, written, type Figure } from './figure.ts';

/** Talks that were asked at least one question. */
export const TALKS_WITH_A_QUESTION: Figure = {
  name: 'talks-with-a-question',
  question: { en: 'How many talks were asked a question?', fr: 'À combien d’interventions a-t-on posé une question ?' },
  numerator: { en: 'Talks with at least one question', fr: 'Les interventions qui ont eu au moins une question' },
  denominator: { en: 'All talks of the programme', fr: 'Toutes les interventions du programme' },
  windows: ['conference', 'day'],
  leftOut: {
    en: 'Cancelled talks, talks whose discussion came with an archive, and discussions without a talk.',
    fr: 'Les interventions annulées, celles dont la discussion vient d’une archive, et les discussions ' + 'libres.',
  },
  formula: {
    en:
      'A talk counts once, however many questions it was asked. Questions that are hidden or were ' +
      'withdrawn do not count.',
    fr:
      'Une intervention compte une fois, quel que soit le nombre de ses questions. Les questions ' +
      'masquées ou retirées ne comptent pas.',
  },
  doesNotTell: {
    en: 'Why: a talk at nine in the morning without a question may have been the clearest.',
    fr: 'Pourquoi : une intervention à neuf heures du matin sans question a peut-être été la plus claire.',
  },
  sentence: {
    en: (numbers, locale) => {
      const asked = written(partOf(numbers, 'with') ?? 0, locale);
      if (!numbers.total) return 'There is no talk yet.';
      return `${asked} of ${written(numbers.total, locale)} talks were asked a question.`;
    },
    fr: (numbers, locale) => {
      const asked = written(partOf(numbers, 'with') ?? 0, locale);
      if (!numbers.total) return 'Il n’y a pas encore d’intervention.';
      return `Interventions avec au moins une question : ${asked} sur ${written(numbers.total, locale)}.`;
    },
  },
  parts: [
    { name: 'with', label: { en: 'with a question', fr: 'avec une question' }, isWithoutPeople: true },
    { name: 'without', label: { en: 'without', fr: 'sans' }, isWithoutPeople: true },
  ],
  valueOf: ['with'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select k.id thing, t.id thread_id, case when h.questions > 0 then 'with' else 'without' end part,
      null::uuid who, t.starts_at at, 1 times, null::int minutes
    from threads t
    join talks k on k.id = t.talk_id
    join thread_heads h on h.thread_id = t.id
    where t.conference_id = $1 and k.status = 'confirmed' and $2::timestamptz is not null
      and not exists (select from archived_threads x where x.thread_id = t.id)`,
  measures: {},
  chart: 'stack',
};
