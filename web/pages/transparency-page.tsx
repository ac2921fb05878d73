import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import { Page, type PageContext } from './page.tsx';
import { TransparencyReport, type TransparencyShape } from './transparency-report.tsx';

interface TransparencyPageProps {
  context: PageContext;
  /** Null for the whole forum. */
  conference: ConferenceShape | null;
  report: TransparencyShape;
  years: readonly number[];
  zone: string;
}

/** `/transparency` and `/organize/{conference}/transparency`: the yearly report of a host, to complete and publish. */
export function TransparencyPage({ context, conference, ...shown }: TransparencyPageProps) {
  const { say, locale } = context;
  if (conference === null)
    return (
      <Page {...context}>
        <h1>{say('pages.transparency.title')}</h1>
        <p class="lead">{say('pages.transparency.leadForum')}</p>
        <TransparencyReport
          say={say}
          locale={locale}
          path="/transparency"
          filesPath="/api/v1/admin/transparency"
          {...shown}
        />
      </Page>
    );
  return (
    <OrganizeShell
      context={context}
      part="figures"
      title={say('pages.transparency.title')}
      lead={say('pages.transparency.leadConference')}
    >
      <TransparencyReport
        say={say}
        locale={locale}
        path={`/organize/${conference.slug}/transparency`}
        filesPath={`/api/v1/admin/conferences/${conference.slug}/transparency`}
        {...shown}
      />
    </OrganizeShell>
  );
}
