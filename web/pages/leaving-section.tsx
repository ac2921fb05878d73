import type { PageContext } from './page.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button.tsx';
import { MePart } from './me-section.tsx';

/** Longest times that an erased account stays visible. */
export interface ErasureDelays {
  minutes: number;
  hours: number;
}

/** On the account page: the download of one's data, and the erasure. */
export function LeavingSection({ say, goneWithin }: Pick<PageContext, 'say'> & { goneWithin: ErasureDelays }) {
  return (
    <MePart id="leaving" title={say('pages.me.data')}>
      <p class="inline">
        <ButtonLink href="/me/export">{say('pages.me.readData')}</ButtonLink>
        <a href="/api/v1/me/export" download>
          {say('pages.export.json')}
        </a>
      </p>
      <details class="tile">
        <summary>{say('pages.me.leave')}</summary>
        <form method="post" action="/me/erasure">
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
          <Button kind="danger">{say('pages.me.leaveButton')}</Button>
        </form>
      </details>
    </MePart>
  );
}
