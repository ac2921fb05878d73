import { VISIBLE } from '../comments/comment.view.ts';
import { MADE_HERE, partOf, SEEN_PERSONA, written, type Figure } from './figure.ts';

/** Fewest people who spoke for a tenth of them to be five. */
const FEWEST_SPEAKING = 50;

/** Share of the most active tenth of those who spoke, without saying who they are. */
export const SPREAD_OF_SPEAKING: Figure = {
  name: 'spread-of-speaking',
  question: { en: 'Did a few people say most of it?', fr: 'La parole a-t-elle été partagée ?' },
  numerator: {
    en: 'What the most active tenth of the people posted',
    fr: 'Ce qu’a publié le dixième le plus actif des personnes',
  },
  denominator: { en: 'All that was posted under a name', fr: 'Tout ce qui a été publié sous un nom' },
  windows: ['conference'],
  leftOut: {
    en:
      'Questions without a name, people who only read or vote, and what came with an archive. Shown ' +
      'once fifty people have spoken.',
    fr:
      'Les questions sans nom, les personnes qui ne font que lire ou voter, et ce qui vient d’une ' +
      'archive. Affiché à partir de cinquante personnes.',
  },
  formula: {
    en:
      'People are put in order by how often they posted; the first tenth, rounded up, against all. ' +
      'People are counted by the names they spoke under.',
    fr:
      'Les personnes sont rangées selon le nombre de leurs messages ; le premier dixième, arrondi vers ' +
      'le haut, est rapporté à l’ensemble. Une personne compte pour chaque nom sous lequel elle a ' +
      'parlé.',
  },
  doesNotTell: {
    en: 'Who they are, and whether a speaker who answers thirty questions speaks too much.',
    fr: 'Qui ils sont, ni si une intervenante qui répond à trente questions parle trop.',
  },
  sentence: {
    en: (numbers, locale) => {
      const tenth = partOf(numbers, 'tenth');
      return tenth === null || !numbers.total
        ? 'Fewer than fifty people have spoken.'
        : `The most active tenth of the people posted ${written(tenth, locale)} of ${written(numbers.total, locale)}.`;
    },
    fr: (numbers, locale) => {
      const tenth = partOf(numbers, 'tenth');
      return tenth === null || !numbers.total
        ? 'Moins de cinquante personnes ont pris la parole.'
        : `Le dixième le plus actif des personnes a publié ${written(tenth, locale)} messages sur ` +
            `${written(numbers.total, locale)}.`;
    },
  },
  parts: [
    { name: 'tenth', label: { en: 'the most active tenth', fr: 'le dixième le plus actif' } },
    { name: 'others', label: { en: 'all others', fr: 'tous les autres' } },
  ],
  valueOf: ['tenth'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: false,
  fewestPeople: FEWEST_SPEAKING,
  rows: `select p.who thing, null::uuid thread_id,
      case when row_number() over (order by p.times desc, p.who) <= ceil(count(*) over () / 10.0) then 'tenth'
        else 'others'
      end part,
      p.who, p.at, p.times, null::int minutes
    from (
      select ${SEEN_PERSONA} who, count(*)::int times, date_trunc('day', min(m.posted_at)) at
      from threads t
      join comments m on m.thread_id = t.id
      where t.conference_id = $1 and m.posted_at <= $2 and ${VISIBLE} and ${MADE_HERE}
      group by 1
    ) p
    where p.who is not null`,
  measures: {},
  chart: 'stack',
};
