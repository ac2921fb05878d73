import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** `/organize/{conference}/export`: the archive to keep, and the way to the frames on other sites. */
export function ExportPage({ context, conference }: { context: PageContext; conference: ConferenceShape }) {
  const { say } = context;
  return (
    <OrganizeShell context={context} part="export">
      <section class="card">
        <h2>{say('pages.ending.archive')}</h2>
        <p>{say('pages.archive.help', { slug: conference.slug })}</p>
        <p>
          <a class="primary" href={`/api/v1/admin/conferences/${conference.slug}/export`} download>
            {say('pages.archive.button')}
          </a>
        </p>
      </section>
      <section class="card">
        <h2>{say('pages.embed.title')}</h2>
        <p>{say('pages.embed.lead')}</p>
        <p>
          <a class="button" href={`/organize/${conference.slug}/embedding`}>
            {say('pages.embed.link')}
          </a>
        </p>
      </section>
    </OrganizeShell>
  );
}
