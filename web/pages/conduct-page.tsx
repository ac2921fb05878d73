import { OrganizeShell } from './organize-shell.tsx';
import { type SanctionChoice, SanctionsSection } from './conduct-sanctions.tsx';
import { RulesForm, type RulesFormProps } from './conduct-rules-form.tsx';

export interface ConductProps extends RulesFormProps {
  sanctions: SanctionChoice;
  isOrganizer: boolean;
}

/** `/organize/{conference}/conduct`: rules, word lists, contact, and current sanctions. */
export function ConductPage(props: ConductProps) {
  const { context, conference, sanctions, isOrganizer, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}/rules`;
  return (
    <OrganizeShell context={context} part="rules" refusal={refusal}>
      {isOrganizer && <RulesForm {...props} here={here} />}
      <SanctionsSection sanctions={sanctions} slug={conference.slug} say={say} />
    </OrganizeShell>
  );
}
