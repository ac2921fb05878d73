import { Page, type Frame } from './page.tsx';

interface UnsubscribePageProps {
  frame: Frame;
  token: string;
  isDone: boolean;
}

/** `/letters/end`: one button, so that a program that opens links changes nothing; afterwards a confirmation. */
export function UnsubscribePage({ frame, token, isDone }: UnsubscribePageProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{frame.title}</h1>
      {isDone ? (
        <p class="notice" role="status">
          {say('pages.endLetters.done')}
        </p>
      ) : (
        <form method="post" action={`/letters/end?of=${encodeURIComponent(token)}`} class="card">
          <p>{say('pages.endLetters.lead')}</p>
          <button class="primary">{say('pages.endLetters.end')}</button>
        </form>
      )}
    </Page>
  );
}
