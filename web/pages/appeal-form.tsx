import type { PageContext } from './page.tsx';

export const AppealForm = ({ say, decisionId }: { say: PageContext['say']; decisionId: string }) => (
  <form method="post" class="card" id="appeal">
    <h2>{say('pages.appeal.title')}</h2>
    <p class="help">{say('pages.appeal.lead')}</p>
    <input type="hidden" name="decisionId" value={decisionId} />
    <label for="reason">{say('pages.appeal.reason')}</label>
    <textarea id="reason" name="reason" required minlength={2} maxlength={1000} />
    <button class="primary">{say('pages.appeal.send')}</button>
  </form>
);
