import { PUBLIC_RECAP } from '../recap/recap.queries.ts';
import { partOf, written, type Figure } from './figure.ts';

/** Recaps by participants among all that were published. */
export const RECAPS: Figure = {
  name: 'recaps',
  question: { en: 'Did people write down what they took home?', fr: 'A-t-on écrit ce qu’on en a retenu ?' },
  numerator: { en: 'Recaps by participants', fr: 'Les récapitulatifs personnels' },
  denominator: { en: 'All published recaps', fr: 'Tous les récapitulatifs publiés' },
  windows: ['conference'],
  leftOut: {
    en: 'Drafts, recaps that were withdrawn or hidden, and those of what came with an archive.',
    fr: 'Les brouillons, les récapitulatifs retirés ou masqués, et ceux de ce qui vient d’une archive.',
  },
  formula: {
    en: 'A recap counts once, whatever its length and however often it was edited.',
    fr: 'Un récapitulatif compte une fois, quelle que soit sa longueur et quel que soit le nombre de ses versions.',
  },
  doesNotTell: { en: 'How many people read them.', fr: 'Combien de personnes les ont lus.' },
  sentence: {
    en: (numbers, locale) => {
      const byParticipants = partOf(numbers, 'participants');
      if (numbers.total === 0) return 'No recap has been published yet.';
      if (numbers.total === null) return 'Recaps by fewer than five people.';
      const theirs = byParticipants === null ? '' : `, ${written(byParticipants, locale)} of them by participants`;
      return `${written(numbers.total, locale)} recaps were published${theirs}.`;
    },
    fr: (numbers, locale) => {
      const byParticipants = partOf(numbers, 'participants');
      if (numbers.total === 0) return 'Aucun récapitulatif n’est encore publié.';
      if (numbers.total === null) return 'Récapitulatifs de moins de cinq personnes.';
      const theirs = byParticipants === null ? '' : `, dont ${written(byParticipants, locale)} personnels`;
      return `Récapitulatifs publiés : ${written(numbers.total, locale)}${theirs}.`;
    },
  },
  parts: [
    { name: 'participants', label: { en: 'by participants', fr: 'personnels' } },
    { name: 'official', label: { en: 'official', fr: 'officiels' }, isWithoutPeople: true },
  ],
  valueOf: ['participants'],
  renewed: 'by-the-logs',
  sums: 'all',
  isPublic: true,
  rows: `select r.id thing, null::uuid thread_id, case when r.is_official then 'official' else 'participants' end part,
      r.persona_id who, r.published_at at, 1 times, null::int minutes
    from recaps r
    where r.conference_id = $1 and r.published_at <= $2 and ${PUBLIC_RECAP}
      and not exists (select from archived_faces f where f.persona_id = r.persona_id)
      and not exists (
        select from threads t
        join archived_threads x on x.thread_id = t.id
        where t.recap_id = r.id or r.is_official and r.about_thread_id = t.id
          or r.is_official and r.about_thread_id is null and t.conference_id = r.conference_id
      )`,
  measures: {},
  chart: 'stack',
};
