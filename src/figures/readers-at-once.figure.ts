import { written, type Figure } from './figure.ts';

/** The most readers that a discussion had at the same moment; how many people read it, nobody knows. */
export const READERS_AT_ONCE: Figure = {
  name: 'readers-at-once',
  question: {
    en: 'How many people had a discussion open at once?',
    fr: 'Combien de personnes avaient une discussion ouverte en même temps ?',
  },
  numerator: {
    en: 'The most connections to one discussion at the same moment',
    fr: 'Le plus grand nombre de connexions à une même discussion au même moment',
  },
  denominator: {
    en: 'The most connections to one discussion at the same moment',
    fr: 'Le plus grand nombre de connexions à une même discussion au même moment',
  },
  windows: ['conference', 'day', 'talk'],
  leftOut: {
    en:
      'People who read without a script, people who paused live updates, paper, feeds and archives: none ' +
      'of them connects.',
    fr:
      'Les personnes qui lisent sans script ou pendant une pause, le papier, les flux et les archives : ' +
      'rien de tout cela ne se connecte.',
  },
  formula: {
    en:
      'A page that is open and follows a discussion live holds one connection. They are counted when ' +
      'one comes or goes, every few seconds at most, and the most of each hour is kept: a number, and ' +
      'nothing about anybody. A day or a conference has the number of the discussion with the most.',
    fr:
      'Une page ouverte qui suit une discussion en direct tient une connexion. On les compte quand ' +
      'l’une arrive ou part, toutes les quelques secondes au plus, et l’on garde le maximum de chaque ' +
      'heure : un nombre, et rien sur personne. Un jour ou une conférence reçoit le nombre de la ' +
      'discussion qui en a eu le plus.',
  },
  doesNotTell: {
    en: 'How many people read: one person may have two devices, and many come one after another.',
    fr: 'Combien de personnes ont lu : l’une peut avoir deux appareils, et beaucoup viennent l’une après l’autre.',
  },
  sentence: {
    en: ({ total }, locale) =>
      total === null
        ? 'Never five connections at once.'
        : `At most ${written(total, locale)} connections to one discussion at the same moment.`,
    fr: ({ total }, locale) =>
      total === null
        ? 'Jamais cinq connexions en même temps.'
        : `Au plus fort, ${written(total, locale)} connexions à une même discussion au même moment.`,
  },
  parts: [{ name: 'readers', label: { en: 'at the same moment', fr: 'au même moment' } }],
  valueOf: ['readers'],
  renewed: 'for-a-while',
  sums: 'most',
  isPublic: false,
  rows: `select t.id thing, t.id thread_id, 'readers' part, null::uuid who, r.hour at, r.readers times,
      null::int minutes
    from threads t
    join reader_peaks r on r.thread_id = t.id
    where t.conference_id = $1 and r.hour <= $2`,
  measures: {},
  chart: 'bars',
};
