import type { PageContext } from './page.tsx';

export type RuleShape = { key: string; title: string };

interface RuleChoiceProps {
  rules: readonly RuleShape[];
  say: PageContext['say'];
  id: string;
  /** The key of the rule that is chosen; the first without one. */
  chosen?: string;
}

export const RuleChoice = ({ rules, say, id, chosen }: RuleChoiceProps) => (
  <>
    <label for={id}>{say('pages.moderation.rule')}</label>
    <select id={id} name="rule">
      {rules.map(({ key, title }) => (
        <option key={key} value={key} selected={key === chosen}>
          {title}
        </option>
      ))}
    </select>
  </>
);
