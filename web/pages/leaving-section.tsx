import type { PageContext } from './page.tsx';

/** How long an erased account may stay visible. */
export interface ErasureDelays {
  minutes: number;
  hours: number;
}

/** On the account page: the download of one's data, and the erasure. */
export function LeavingSection({ say, goneWithin }: Pick<PageContext, 'say'> & { goneWithin: ErasureDelays }) {
  return (
    <section id="leaving">
      <h2>{say('pages.me.data')}</h2>
      <p>
        <a href="/me/export">{say('pages.me.readData')}</a> ·{' '}
        <a href="/api/v1/me/export" download>
          {say('pages.export.json')}
        </a>
      </p>
      <details>
        <summary>{say('pages.me.leave')}</summary>
        <form method="post" action="/me/erasure" class="card">
          <p>{say('pages.me.leaveLead', { ...goneWithin })}</p>
          <fieldset>
            <legend>{say('pages.me.leavePosts')}</legend>
            <p>
              <label>
                <input type="radio" name="posts" value="keep" required /> {say('pages.me.leaveKeep')}
              </label>
            </p>
            <p>
              <label>
                <input type="radio" name="posts" value="remove" required /> {say('pages.me.leaveRemove')}
              </label>
            </p>
          </fieldset>
          <p class="help">{say('pages.me.leaveHelp', { ...goneWithin })}</p>
          <button class="danger">{say('pages.me.leaveButton')}</button>
        </form>
      </details>
    </section>
  );
}
