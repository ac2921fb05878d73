import { Logo } from './brand-images.tsx';
import { Icon } from '../components/icon.tsx';
import type { PageContext } from './page-context.ts';
import { Menu } from '../components/menu.tsx';

/** The parts of a conference and their addresses on its page. */
export const SECTIONS = [
  ['programme', '?show=programme'],
  ['discussions', '?show=active'],
  ['questions', '?show=waiting'],
  ['highlights', '?show=highlights'],
] as const;

/** The head of every page: the conference and its parts, search, language, account; on a phone behind one menu. */
export function SiteHeader(context: PageContext) {
  const { say, conference } = context;
  return (
    <header class="site">
      <div>
        <a class="home" href={conference ? `/c/${conference.slug}` : '/'}>
          {conference?.brand?.logo ? <Logo {...conference.brand} /> : <Mark />}
          <span>{conference?.title ?? say('pages.site')}</span>
        </a>
        {conference && (
          <nav class="sections" aria-label={say('pages.sections.label')}>
            <SectionLinks {...context} />
          </nav>
        )}
        <nav class="settings" aria-label={say('pages.settings')}>
          {conference && <SearchForm {...context} />}
          <LanguageLink {...context} />
          {context.team ? <AccountMenu {...context} /> : <AccountLink {...context} id="account" />}
        </nav>
        {conference && (
          <span class="on-phone">
            <SearchLink {...context} />
          </span>
        )}
        <Menu label={say('pages.menu')} icon="menu" nav={say('pages.nav')}>
          {conference && <SectionLinks {...context} />}
          {conference && <hr />}
          <TeamLinks {...context} />
          <AccountLink {...context} />
          <LanguageLink {...context} />
        </Menu>
      </div>
    </header>
  );
}

/** On wide screens: the account, and the ways of the conference's team. */
const AccountMenu = (context: PageContext) => (
  <Menu label={context.say('pages.me.link')} at="account-menu" shown="account">
    <TeamLinks {...context} />
    <a href="/me">{context.say('pages.me.link')}</a>
  </Menu>
);

const TeamLinks = ({ say, team }: PageContext) =>
  team ? (
    <>
      {team.organizes && <a href={team.path}>{say('pages.organize.title')}</a>}
      <a href={`${team.path}/queue`}>{say('pages.queue.waiting', { count: team.waiting })}</a>
    </>
  ) : null;

/** The mark of the site: two speech bubbles, one behind the other. */
const Mark = () => (
  <svg class="logo" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
    <path d="M3 4.5a1.5 1.5 0 0 1 1.5-1.5h7a1.5 1.5 0 0 1 1.5 1.5V6H9.5A2.5 2.5 0 0 0 7 8.5V11H6l-3 2.5z" />
    <path d="M9 8.5A1.5 1.5 0 0 1 10.5 7h5A1.5 1.5 0 0 1 17 8.5V17l-3-2.5h-3.5A1.5 1.5 0 0 1 9 13z" />
  </svg>
);

function SectionLinks({ say, conference, section }: PageContext) {
  return (
    <>
      {SECTIONS.map(([name, query]) => (
        <a key={name} href={`/c/${conference!.slug}${query}`} aria-current={section === name ? 'page' : undefined}>
          {say(`pages.sections.${name}`)}
        </a>
      ))}
      <a
        class="of-recaps"
        href={`/c/${conference!.slug}/recaps`}
        aria-current={section === 'recaps' ? 'page' : undefined}
      >
        {say('pages.recaps.title')}
      </a>
    </>
  );
}

const SearchLink = ({ say, conference }: PageContext) => (
  <a class="find" href={`/c/${conference!.slug}/search`}>
    <Icon name="search" />
    <span>{say('pages.search.go')}</span>
  </a>
);

const SearchForm = ({ say, conference }: PageContext) => (
  <form
    class="find"
    method="get"
    action={`/c/${conference!.slug}/search`}
    role="search"
    aria-label={say('pages.search.title')}
  >
    <Icon name="search" />
    <input
      type="search"
      name="q"
      aria-label={say('pages.search.go')}
      placeholder={say('pages.search.go')}
      minlength={2}
      maxlength={200}
      required
    />
  </form>
);

function LanguageLink({ say, locale, here }: PageContext) {
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <a href={withLanguage(here, other)} lang={other} hreflang={other}>
      {say(`pages.language.${other}`)}
    </a>
  );
}

const AccountLink = ({ say, here, isSignedIn, id }: PageContext & { id?: string }) =>
  isSignedIn ? (
    <a class="account" id={id} href="/me">
      {say('pages.me.link')}
    </a>
  ) : (
    <a class="account" id={id} href={`/sign-in?next=${encodeURIComponent(here)}`}>
      {say('pages.signIn.link')}
    </a>
  );

function withLanguage(here: string, locale: string): string {
  const url = new URL(here, 'http://here.example');
  url.searchParams.set('lang', locale);
  return `${url.pathname}${url.search}`;
}
