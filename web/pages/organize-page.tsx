import { CopyField } from '../components/copy-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { GrantsSection } from './grants-section.tsx';
import { GuestsSection } from './guests-section.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import type { OrganizeProps } from './organize-props.ts';
import { OrganizedThreadsSection } from './organized-threads-section.tsx';
import { Page } from './page.tsx';
import { ResendForm } from './refused-form.tsx';

/** `/organize/{conference}`: pending decisions, threads, invitations, the programme. */
export function OrganizePage({
  context,
  conference,
  threads,
  waits,
  progress,
  refusal,
  kept,
  invitation,
  done,
  grants,
  invitations,
  isOrganizer,
}: OrganizeProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  return (
    <Page {...context}>
      <h1>{say('pages.organize.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {kept && <ResendForm form={kept} />}
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      {invitation && (
        <div class="notice">
          <CopyField id="invitation" label={say('pages.organize.invitation')} value={invitation} />
        </div>
      )}
      <section>
        <h2>{say('pages.queue.title')}</h2>
        {progress.remaining > 0 && <p role="status">{say('pages.organize.progress', progress)}</p>}
        <p>
          {waits ? (
            <a class="primary" href={`${here}/queue`}>
              {say('pages.queue.link')}
            </a>
          ) : (
            <>
              {say('pages.queue.nothing')} <a href={`${here}/queue`}>{say('pages.queue.title')}</a>
            </>
          )}
        </p>
        <p class="sorts">
          <a href={`${here}/conduct`}>{say('pages.conduct.link')}</a>{' '}
          <a href={`${here}/powers`}>{say('pages.powers.link')}</a>{' '}
          {isOrganizer && <a href={`${here}/audit`}>{say('pages.audit.link')}</a>}{' '}
          <a href={`/c/${conference.slug}/ledger`}>{say('pages.ledger.link')}</a>
        </p>
      </section>
      {isOrganizer && <GuestsSection conference={conference} here={here} say={say} />}
      <OrganizedThreadsSection threads={threads} slug={conference.slug} here={here} say={say} />
      {isOrganizer && (
        <section>
          <h2>{say('pages.ending.archive')}</h2>
          <p class="help">{say('pages.archive.help', { slug: conference.slug })}</p>
          <p>
            <a href={`/api/v1/admin/conferences/${conference.slug}/export`} download>
              {say('pages.archive.button')}
            </a>
          </p>
          <h2>{say('pages.recap.link')}</h2>
          <p>
            <a href={`/c/${conference.slug}/recap/edit`}>{say('pages.recap.write')}</a>
          </p>
          <h2>{say('pages.appearance.title')}</h2>
          <p>
            <a href={`${here}/appearance`}>{say('pages.appearance.link')}</a>
          </p>
          <h2>{say('pages.embed.title')}</h2>
          <p>
            <a href={`${here}/embedding`}>{say('pages.embed.link')}</a>
          </p>
          <h2 id="invite">{say('pages.organize.invite')}</h2>
          <form method="post" action={`${here}/invitations`} class="card">
            <label>
              {say('pages.organize.role')}{' '}
              <select name="role">
                <option value="moderator">{say('pages.role.moderator')}</option>
                <option value="organizer">{say('pages.role.organizer')}</option>
              </select>
            </label>
            <label>
              {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
            </label>
            <button>{say('pages.organize.makeLink')}</button>
          </form>
          {threads.talks.length > 0 && (
            <form method="post" action={`${here}/invitations`} class="card" id="invite-speaker">
              <input type="hidden" name="role" value="speaker" />
              <label>
                {say('pages.organize.speakerOf')}{' '}
                <select name="talkId">
                  {threads.talks
                    .toSorted((a, b) => a.title.localeCompare(b.title, conference.locale, { numeric: true }))
                    .map(({ talkId, title }) => (
                      <option key={talkId} value={talkId}>
                        {title}
                      </option>
                    ))}
                </select>
              </label>
              <label>
                {say('pages.organize.forWhom')} <input name="name" maxlength={120} autocomplete="off" />
              </label>
              <button>{say('pages.organize.makeLink')}</button>
            </form>
          )}
          <form method="post" action={`${here}/speaker-links`} class="card">
            <p class="help">{say('pages.organize.allLinksHelp')}</p>
            <button>{say('pages.organize.allLinks')}</button>
          </form>
          <GrantsSection grants={grants} talks={threads.talks} here={here} say={say} />
          {invitations.items.length > 0 && (
            <InvitationsSection invitations={invitations} talks={threads.talks} here={here} say={say} />
          )}
          <h2>{say('pages.organize.import')}</h2>
          <p class="help">{say('pages.organize.importHelp')}</p>
          <form
            class="card"
            id="import"
            data-forms
            data-url={`/api/v1/admin/conferences/${conference.slug}/imports`}
            hidden
          >
            <label>
              {say('pages.organize.file')} <input type="file" name="file" accept=".json,.xml" required />
            </label>
            <button name="dryRun" value="true">
              {say('pages.organize.tryImport')}
            </button>{' '}
            <button class="primary" name="dryRun" value="false">
              {say('pages.organize.doImport')}
            </button>
            <p
              role="status"
              data-done={say('pages.organize.imported')}
              data-tried={say('pages.organize.tried')}
              data-unread={say('pages.import.unread')}
              data-more={say('pages.import.more')}
              data-questions={say('pages.import.open')}
            />
          </form>
          <p>
            <a href={`${here}/import`}>{say('pages.import.link')}</a>
          </p>
          <noscript>
            <p>
              {say('pages.organize.importByCommand')} <code>npm run aftertalk -- conference import FILE</code>
            </p>
          </noscript>
        </section>
      )}
    </Page>
  );
}
