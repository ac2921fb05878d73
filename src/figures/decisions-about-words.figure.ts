import { duration, partOf, written, type Figure } from './figure.ts';

/** Decisions about words, with appeals and reversals, and the time that they took. */
export const DECISIONS_ABOUT_WORDS: Figure = {
  name: 'decisions-about-words',
  question: { en: 'What was moderated, and was it put right?', fr: 'Qu’a fait la modération, et l’a-t-on corrigée ?' },
  numerator: { en: 'Decisions reversed after an appeal', fr: 'Les décisions annulées après un recours' },
  denominator: {
    en: 'Everything that was held, released, hidden, appealed or reversed',
    fr: 'Tout ce qui a été retenu, publié, masqué, contesté ou rétabli',
  },
  windows: ['conference'],
  leftOut: {
    en: 'Warnings, sanctions and reports that were dismissed; they stand in the ledger.',
    fr: 'Les avertissements, les sanctions et les signalements classés : ils figurent au registre.',
  },
  formula: {
    en:
      'Each decision and each appeal counts once, so that one comment may count several times. The ' +
      'time is the median, in whole minutes, from the report, the hold or the appeal to the decision ' +
      'of a person. The numbers are those up to the start of today, and change once five people are ' +
      'concerned.',
    fr:
      'Chaque décision et chaque recours compte une fois ; un même commentaire peut donc compter ' +
      'plusieurs fois. La durée est la médiane, en minutes entières, entre le signalement, la retenue ' +
      'ou le recours et la décision d’une personne. Les nombres vont jusqu’au début d’aujourd’hui et ' +
      'changent dès que cinq personnes sont concernées.',
  },
  doesNotTell: {
    en: 'Whether the decisions were right. The ledger has each with its rule and its reason.',
    fr: 'Si les décisions étaient justes. Le registre donne pour chacune sa règle et son motif.',
  },
  sentence: {
    en: (numbers, locale) => {
      const [withheld, reversed] = [partOf(numbers, 'withheld'), partOf(numbers, 'reversed')];
      const { median } = numbers.measures;
      if (numbers.total === null) return 'Fewer than five people were concerned by a decision.';
      const took =
        median === null || median === undefined
          ? ''
          : ` Half of the decisions took less than ${duration(median, locale)}.`;
      if (withheld === null) return `${written(numbers.total, locale)} decisions and appeals.${took}`;
      const back = reversed === null ? '' : `, ${written(reversed, locale)} decisions were reversed`;
      return `${written(withheld, locale)} comments were hidden${back}.${took}`;
    },
    fr: (numbers, locale) => {
      const [withheld, reversed] = [partOf(numbers, 'withheld'), partOf(numbers, 'reversed')];
      const { median } = numbers.measures;
      if (numbers.total === null) return 'Moins de cinq personnes ont été concernées par une décision.';
      const took =
        median === null || median === undefined
          ? ''
          : ` La moitié des décisions ont pris moins de ${duration(median, locale)}.`;
      if (withheld === null) return `Décisions et recours : ${written(numbers.total, locale)}.${took}`;
      const back = reversed === null ? '' : ` ; décisions annulées : ${written(reversed, locale)}`;
      return `Commentaires masqués : ${written(withheld, locale)}${back}.${took}`;
    },
  },
  parts: [
    { name: 'held', label: { en: 'held', fr: 'retenus' } },
    { name: 'released', label: { en: 'released', fr: 'publiés après vérification' } },
    { name: 'withheld', label: { en: 'hidden', fr: 'masqués' } },
    { name: 'appealed', label: { en: 'appealed', fr: 'contestés' } },
    { name: 'reversed', label: { en: 'reversed', fr: 'rétablis' } },
  ],
  valueOf: ['reversed'],
  renewed: 'by-the-day',
  sums: 'all',
  isPublic: false,
  rows: `select d.id thing, null::uuid thread_id,
      case d.kind when 'hold' then 'held' when 'release' then 'released' else 'withheld' end part,
      coalesce(m.persona_id, r.persona_id) who, d.at, 1 times,
      case when not d.is_automated then floor(extract(epoch from d.at - d.waiting_since) / 60)::int end minutes
    from decisions d
    left join comments m on m.id = d.comment_id and not m.is_anonymous
    left join recaps r on r.id = d.recap_id
    where d.conference_id = $1 and d.at <= $2 and d.kind in ('hold', 'release', 'withhold')
    union all
    select a.id, null, case when a.outcome = 'reversed' then 'reversed' else 'appealed' end, a.account_id,
      a.at, 1, null
    from appeals a
    where a.conference_id = $1 and a.at <= $2`,
  measures: { median: 'floor(percentile_cont(0.5) within group (order by minutes))::int' },
  chart: 'bars',
};
