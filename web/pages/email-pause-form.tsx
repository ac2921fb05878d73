import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { faultOf } from '../components/fault.ts';
import { Field } from '../components/field.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';

/** The first and the last day on which a pause may end. */
export interface PauseBounds {
  first: string;
  last: string;
}

interface PauseFormProps {
  context: PageContext;
  email: { pausedUntil: string | null };
  version: string;
  pause: PauseBounds;
  refusal: ProblemShape | null;
}

export function PauseForm({ context: { say }, email, version, pause, refusal }: PauseFormProps) {
  const { pausedUntil } = email;
  return (
    <form method="post" action="/me/email/pause" class="card" id="pause">
      <h2>{say('pages.email.pause')}</h2>
      <input type="hidden" name="version" value={version} />
      {pausedUntil !== null && (
        <p class="notice">
          {say('pages.email.paused')} <DateTime at={`${pausedUntil}T12:00:00.000Z`} time={false} timeZone="UTC" />
        </p>
      )}
      <Field
        id="pausedUntil"
        label={say('pages.email.pausedUntil')}
        type="date"
        min={pause.first}
        max={pause.last}
        required
        value={pausedUntil ?? ''}
        help={say('pages.email.pauseHelp')}
        fault={faultOf(refusal, 'pausedUntil')}
      />
      <p class="row">
        <Button>{say('pages.email.begin')}</Button>
        {pausedUntil !== null && (
          <Button name="end" value="now" formnovalidate>
            {say('pages.email.end')}
          </Button>
        )}
      </p>
    </form>
  );
}
