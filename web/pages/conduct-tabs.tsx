import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { Segmented } from '../components/segmented.tsx';

const CONDUCT_PAGES = ['rules', 'ledger', 'figures'] as const;

/** The pages about how a conference is moderated: its rules, the decisions, their figures. */
export function ConductTabs({ slug, chosen }: { slug: string; chosen: (typeof CONDUCT_PAGES)[number] }) {
  const { say } = useContext(LocaleContext);
  return (
    <Segmented
      current="page"
      label={say('pages.rules.parts')}
      segments={CONDUCT_PAGES.map((each) => ({
        href: `/c/${slug}/${each}`,
        label: say(`pages.${each}.link`),
        isChosen: each === chosen,
      }))}
    />
  );
}
