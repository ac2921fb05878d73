import { Page, type PageContext } from './page.tsx';
import type { ErasureDelays } from './leaving-section.tsx';

export interface StoreErasure {
  store: string;
  fate: string;
  rows: number | null;
}

interface LeftPageProps {
  context: PageContext;
  stores: StoreErasure[];
  goneWithin: ErasureDelays;
}

/** The answer to an erasure: each store that knew the account, and what became of it. */
export function LeftPage({ context, stores, goneWithin }: LeftPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.left.title')}</h1>
      <p class="lead">{say('pages.left.lead')}</p>
      <table class="stores">
        <thead>
          <tr>
            <th>{say('pages.left.what')}</th>
            <th>{say('pages.left.rows')}</th>
            <th>{say('pages.left.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {stores.map(({ store, fate, rows }) => (
            <tr key={store}>
              <td>{say(`pages.left.stores.${store}`)}</td>
              <td>{rows ?? '–'}</td>
              <td>{say(`pages.left.fates.${fate}`, { ...goneWithin })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('pages.left.print')}</p>
      <p>
        <a href="/">{say('pages.left.home')}</a>
      </p>
    </Page>
  );
}
