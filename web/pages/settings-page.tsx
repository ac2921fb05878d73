import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { errorIn } from './form-fields.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { GuestsOff, Closing, Removal } from './settings-buttons.tsx';
import {
  type SettingsChoice,
  type SlowChoice,
  Ending,
  ConferenceFields,
  TakingPartFields,
  FindingFields,
} from './settings-fields.tsx';

export interface SettingsProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  choice: SettingsChoice;
  slow: SlowChoice;
  readonlyAt: string;
  archivedAt: string;
  /** Whether its last day is over, so that it can be closed. */
  mayClose: boolean;
  isDemo: boolean;
  /** Whether it can be deleted: the demo, or nobody has written. */
  mayRemove: boolean;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/settings`: what it is called, when it is, who may take part, and when it closes. */
export function SettingsPage({
  context,
  conference,
  version,
  choice,
  slow,
  refusal,
  isDemo,
  mayRemove,
  ...closing
}: SettingsProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  const field = (name: keyof SettingsChoice) => ({
    name,
    label: say(`pages.settingsOf.${name}Label`),
    value: choice[name],
    error: errorIn(refusal, name),
  });
  return (
    <OrganizeShell context={context} part="settings" refusal={refusal}>
      <form method="post" action={`${here}/settings`} class="fields">
        <input type="hidden" name="version" value={version} />
        <ConferenceFields field={field} say={say} />
        <TakingPartFields field={field} slow={slow} say={say} />
        <Ending {...closing} field={field} say={say} />
        <FindingFields field={field} say={say} />
        <p>
          <button class="primary">{say('pages.form.save')}</button>
        </p>
      </form>
      <GuestsOff conference={conference} say={say} />
      <Closing conference={conference} mayClose={closing.mayClose} say={say} />
      {mayRemove && <Removal conference={conference} isDemo={isDemo} error={errorIn(refusal, 'sure')} say={say} />}
    </OrganizeShell>
  );
}
