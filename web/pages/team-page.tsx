import { CopyField } from '../components/copy-field.tsx';
import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { GrantsSection } from './grants-section.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import type { GrantChoice, InvitationsShape } from './organize-props.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import type { Talks } from './talk-options.tsx';
import { type EmailToSend, type InvitingChoice, InvitingForm } from './inviting-form.tsx';
import { LinkForms } from './team-link-forms.tsx';

/** A line of the form whose person was mailed the same before, and when. */
export interface AlreadySent {
  line: number;
  at: string;
}

export interface TeamProps {
  context: PageContext;
  conference: ConferenceShape;
  talks: Talks;
  grants: GrantChoice;
  invitations: InvitationsShape;
  /** A link that was just made; shown once. */
  link: string | null;
  choice: InvitingChoice;
  /** The e-mail that the form would send; null before it was asked for. */
  email: EmailToSend | null;
  /** Lines that got nothing twice, and how many e-mails the others got. */
  already: AlreadySent[];
  sent: number;
  reminded: { sent: number; alreadySent: number } | null;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/team`: who has a role, and invitations by e-mail or by a link. */
export function TeamPage(props: TeamProps) {
  const { context, conference, talks, grants, invitations, link, choice, email, already, reminded, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}`;
  // Made once: with a language and options, `localeCompare` makes one for each comparison.
  const collator = new Intl.Collator(conference.locale, { numeric: true });
  const sorted = talks.toSorted((a, b) => collator.compare(a.title, b.title));
  return (
    <OrganizeShell context={context} part="team" refusal={refusal}>
      {link && (
        <div class="notice">
          <CopyField id="invitation" label={say('pages.organize.invitation')} value={link} />
        </div>
      )}
      {already.length > 0 && <AlreadySentNotice already={already} sent={props.sent} say={say} />}
      {reminded && (
        <p class="notice" role="status">
          {say(reminded.sent === 0 ? 'pages.speakers.sentNone' : 'pages.speakers.sent', { count: reminded.sent })}{' '}
          {reminded.alreadySent > 0 && say('pages.speakers.alreadySent', { count: reminded.alreadySent })}
        </p>
      )}
      <p>
        <a class="more" href={`${here}/speakers`}>
          {say('pages.speakers.link')}
        </a>
      </p>
      <InvitingForm talks={sorted} here={here} choice={choice} email={email} say={say} />
      <LinkForms talks={sorted} here={here} context={context} />
      <GrantsSection grants={grants} talks={talks} here={here} say={say} />
      {invitations.items.length > 0 && (
        <InvitationsSection invitations={invitations} talks={talks} here={here} say={say} />
      )}
    </OrganizeShell>
  );
}

type AlreadySentNoticeProps = Pick<TeamProps, 'already' | 'sent'> & Pick<PageContext, 'say'>;

/** Says which lines were sent before, and when, so that a second press is known to have done nothing. */
const AlreadySentNotice = ({ already, sent, say }: AlreadySentNoticeProps) => (
  <div class="notice" role="status">
    {sent > 0 && <p>{say('pages.speakers.sent', { count: sent })}</p>}
    <p>{say('pages.team.alreadySent')}</p>
    <ul>
      {already.map(({ line, at }) => (
        <li key={line}>
          {say('pages.team.line', { line })} · <DateTime at={at} zone />
        </li>
      ))}
    </ul>
  </div>
);
