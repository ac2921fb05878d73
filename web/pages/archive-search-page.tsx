import { ArchiveLayout, type ArchiveContext } from './archive-layout.tsx';
import { Button } from '../components/button.tsx';

/** `{locale}/search.html`: the one page with a script; without it the field is not there. */
export function ArchiveSearchPage({ context }: { context: ArchiveContext }) {
  const { say } = context;
  return (
    <ArchiveLayout context={{ ...context, script: true }}>
      <h1>{say('pages.search.title')}</h1>
      <noscript>
        <p>{say('pages.archive.noScript')}</p>
      </noscript>
      <form
        class="filters search"
        role="search"
        hidden
        data-up={context.up}
        data-locale={context.locale}
        data-searching={say('pages.archive.searching')}
        data-nothing={say('pages.search.nothing')}
        data-found={say('pages.archive.found')}
        data-anonymous={say('pages.thread.anonymous')}
      >
        <label>
          {say('pages.search.field')} <input type="search" name="q" minlength={2} maxlength={200} required />
        </label>
        <Button>{say('pages.search.go')}</Button>
      </form>
      <p class="help" role="status" id="state" />
      <ul class="cards hits" id="hits" />
    </ArchiveLayout>
  );
}
