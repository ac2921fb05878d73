import { MyAccess, type MyAccessShape } from './my-data-access.tsx';
import { MyDecisions, MyReports, type MyModerationShape } from './my-data-moderation.tsx';
import { MyRights, type MyRightsShape } from './my-data-rights.tsx';
import { MyWritings, type MyWritingsShape } from './my-data-writings.tsx';
import { Page, type PageContext } from './page.tsx';

export interface MyDataProps {
  context: PageContext;
  data: MyWritingsShape &
    MyRightsShape &
    MyModerationShape &
    MyAccessShape & { account: { emailMasked: string | null; locale: string; createdOn: string } };
}

/** `/me/export`: everything about the reader, to read and to print. */
export function MyDataPage({ context, data }: MyDataProps) {
  const { say } = context;
  const { account } = data;
  return (
    <Page {...context}>
      <h1>{say('pages.export.title')}</h1>
      <p class="lead">{say('pages.export.lead')}</p>
      <p>
        <a href="/api/v1/me/export" download>
          {say('pages.export.json')}
        </a>
      </p>
      <section>
        <h2>{say('pages.export.account')}</h2>
        <p>
          {account.emailMasked === null
            ? say('pages.me.isGuest')
            : say('pages.me.address', { masked: account.emailMasked })}{' '}
          {say('pages.export.since', { day: account.createdOn })}
        </p>
      </section>
      <MyWritings data={data} context={context} />
      <MyRights data={data} say={say} />
      <MyDecisions data={data} say={say} />
      <MyReports data={data} say={say} />
      <MyAccess data={data} say={say} />
      <p>
        <a href="/me#leaving">{say('pages.export.back')}</a>
      </p>
    </Page>
  );
}
