import type { PageContext } from './page.tsx';

export type RuleShape = { key: string; title: string };

interface RuleChoiceProps {
  rules: readonly RuleShape[];
  say: PageContext['say'];
  id: string;
}

export const RuleChoice = ({ rules, say, id }: RuleChoiceProps) => (
  <>
    <label for={id}>{say('pages.moderation.rule')}</label>
    <select id={id} name="rule">
      {rules.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </select>
  </>
);
