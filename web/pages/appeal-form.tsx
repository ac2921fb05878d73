import type { PageContext } from './page.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';

export const AppealForm = ({ say, decisionId }: { say: PageContext['say']; decisionId: string }) => (
  <form method="post" class="card" id="appeal">
    <h2>{say('pages.appeal.title')}</h2>
    <p class="help">{say('pages.appeal.lead')}</p>
    <input type="hidden" name="decisionId" value={decisionId} />
    <Field id="reason" label={say('pages.appeal.reason')} rows={4} required minlength={2} maxlength={1000} />
    <Button kind="primary">{say('pages.appeal.send')}</Button>
  </form>
);
