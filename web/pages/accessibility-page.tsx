import { Page, type PageContext } from './page.tsx';

/** `/accessibility`: the goal, how it is tested, and known gaps. */
export function AccessibilityPage({ context }: { context: PageContext }) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.accessibility.title')}</h1>
      <p class="lead">{say('pages.accessibility.aim')}</p>
      {(['how', 'can', 'gaps'] as const).map((part) => (
        <section key={part}>
          <h2>{say(`pages.accessibility.${part}`)}</h2>
          <p>{say(`pages.accessibility.${part}Text`)}</p>
        </section>
      ))}
      <p>{say('pages.accessibility.tell')}</p>
    </Page>
  );
}
