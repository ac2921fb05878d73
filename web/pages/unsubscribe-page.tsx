import { Page, type PageContext } from './page.tsx';
import { Button } from '../components/button.tsx';

interface UnsubscribePageProps {
  context: PageContext;
  token: string;
  kind: string | undefined;
  isDone: boolean;
}

/** `/letters/end`: one button, so that a program that opens links changes nothing; afterwards a confirmation. */
export function UnsubscribePage({ context, token, kind, isDone }: UnsubscribePageProps) {
  const { say } = context;
  const ending = new URLSearchParams({ of: token, ...(kind !== undefined && { kind }) });
  return (
    <Page {...context}>
      <h1>{context.title}</h1>
      {isDone ? (
        <p class="notice" role="status">
          {say('pages.unsubscribe.done')}
        </p>
      ) : (
        <form method="post" action={`/letters/end?${ending.toString()}`} class="card">
          <p>{say('pages.unsubscribe.lead')}</p>
          <Button kind="primary">{say('pages.unsubscribe.end')}</Button>
        </form>
      )}
    </Page>
  );
}
