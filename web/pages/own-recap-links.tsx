import { useContext } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { LocaleContext } from '../components/locale-context.ts';

/** The acts of a reader with a session on a recap. */
export interface OwnRecapShape {
  edit: boolean;
  withdraw: boolean;
  report: boolean;
  hide: boolean;
}

interface OwnRecapLinksProps {
  recap: { id: string; own: OwnRecapShape | null };
  here: string;
}

/** For its author: editing and withdrawing. For moderators: hiding. For all others: reporting. */
export function OwnRecapLinks({ recap: { id, own }, here }: OwnRecapLinksProps) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      {own?.edit && (
        <a href={`${here}/edit`}>
          {say('pages.recaps.edit')} <Icon name="edit" small />
        </a>
      )}
      {own?.hide && (
        <a class="moderate" href={`${here}/moderation/hide`} rel="nofollow">
          {say('pages.moderation.hide.link')} <Icon name="hide" small />
        </a>
      )}
      {(own === null || own.report) && (
        <a href={`/recaps/${id}/report`} rel="nofollow">
          {say('pages.report.link')} <Icon name="flag" small />
        </a>
      )}
      {own?.withdraw && (
        <details class="withdraw-recap">
          <summary>{say('pages.recaps.withdraw')}</summary>
          <form method="post" action={`${here}/withdrawal`}>
            <p>{say('pages.recaps.withdrawHelp')}</p>
            <Button kind="danger">{say('pages.recaps.withdrawNow')}</Button>
          </form>
        </details>
      )}
    </>
  );
}
