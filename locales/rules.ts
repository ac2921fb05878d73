import type { Locale } from './words.ts';

/** How a rule is worded in one language. */
export interface RuleWording {
  /** The rule in a line. */
  title: string;
  /** What it means, in some lines; empty or absent where the title says all. */
  text?: string;
}

interface RuleTranslations {
  /** In French. */
  fr?: RuleWording;
  /** In English. */
  en?: RuleWording;
}

/** A rule of a conference: in the conference's language, and in others as far as its organizers wrote them. */
export interface Rule extends RuleWording {
  /** By which decisions cite it. */
  key: string;
  /** In other languages, as far as its organizers wrote them. */
  translations?: RuleTranslations;
}

/** The rules that a conference begins with. */
export const USUAL_RULES: Readonly<Record<Locale, readonly Rule[]>> = {
  fr: [
    { key: 'respect', title: 'Respecter les personnes' },
    { key: 'topic', title: 'Rester sur le sujet' },
    { key: 'spam', title: 'Pas de publicité' },
    { key: 'privacy', title: 'Protéger la vie privée' },
    { key: 'illegal', title: 'Rien d’illégal' },
  ],
  en: [
    { key: 'respect', title: 'Respect people' },
    { key: 'topic', title: 'Stay on topic' },
    { key: 'spam', title: 'No advertising' },
    { key: 'privacy', title: 'Protect privacy' },
    { key: 'illegal', title: 'Nothing illegal' },
  ],
};

/** The usual wording in a language, of a rule that nobody has worded otherwise; undefined for any other. */
function usualIn({ key, title, text = '' }: Rule, locale: Locale): RuleWording | undefined {
  const isUsual = Object.values(USUAL_RULES).some((rules) =>
    rules.some((usual) => usual.key === key && usual.title === title),
  );
  return isUsual && text === '' ? USUAL_RULES[locale].find((usual) => usual.key === key) : undefined;
}

/** A rule in the language of a reader, as far as there is a wording in it; else as it is. */
export function ruleIn(rule: Rule, locale: Locale): { title: string; text: string } {
  const { title, text = '' } = rule.translations?.[locale] ?? usualIn(rule, locale) ?? rule;
  return { title, text };
}

/** The title of the rule of a key in the language of a reader; the key for a rule that is no longer among them. */
export function ruleTitle(rules: readonly Rule[], key: string, locale: Locale): string {
  const rule = rules.find((each) => each.key === key);
  return rule ? ruleIn(rule, locale).title : key;
}

/** The rules of a conference whose language becomes another: what was a translation becomes the wording. */
export const rulesInto = (locale: Locale, rules: readonly Rule[], before: Locale): Rule[] =>
  rules.map((rule) => {
    const { translations: { [locale]: wording, ...others } = {}, key, ...former } = rule;
    if (wording) return { key, ...wording, translations: { ...others, [before]: former } };
    const usual = usualIn(rule, locale);
    return usual ? { ...rule, ...usual } : rule;
  });

/** Rules as they are stored: without empty texts, and with translations into other languages only. */
export const rulesAsStored = (rules: readonly Rule[], locale: Locale): Rule[] =>
  rules.map(({ key, translations = {}, ...wording }) => {
    const others = Object.entries(translations)
      .filter(([language, translated]) => language !== locale && translated !== undefined)
      .map(([language, translated]) => [language, withoutEmptyText(translated)] as const);
    return {
      key,
      ...withoutEmptyText(wording),
      ...(others.length === 0 ? {} : { translations: Object.fromEntries(others) }),
    };
  });

const withoutEmptyText = ({ title, text }: RuleWording): RuleWording => (text ? { title, text } : { title });
