import { DateTime } from '../components/date-time.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ProblemShape } from '../components/shapes.ts';
import { NoticesSection, type NoticeShape } from './email-notices.tsx';
import { Page, type PageContext } from './page.tsx';
import { type EmailSettingsShape, KindsForm } from './email-kinds-form.tsx';
import { Followed, type FollowedThreadShape } from './email-followed.tsx';
import { PauseForm, type PauseBounds } from './email-pause-form.tsx';

export interface EmailPageProps {
  context: PageContext;
  email: EmailSettingsShape;
  emailMasked: string;
  version: string;
  pause: PauseBounds;
  zones: readonly string[];
  followed: readonly FollowedThreadShape[];
  notices: readonly NoticeShape[];
  /** Since when the address takes no e-mails; null while it takes them. */
  refusedSince: string | null;
  next: string | null;
  refusal: ProblemShape | null;
}

/** `/me/email`: which e-mails come, a pause, and what became of each notice of the last thirty days. */
export function EmailPage(props: EmailPageProps) {
  const { context, emailMasked, refusal, refusedSince } = props;
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href="/me">{say('pages.me.title')}</a>
      </p>
      <h1>{say('pages.email.title')}</h1>
      <p class="lead">{say('pages.email.lead', { address: emailMasked })}</p>
      {refusedSince !== null && (
        <p class="notice">
          {say('pages.email.refusedSince')} <DateTime at={refusedSince} zone />. {say('pages.email.refusedHelp')}
        </p>
      )}
      {refusal && <Refusal {...refusal} fields={['budget', 'timeZone', 'hour', 'pausedUntil']} />}
      <KindsForm {...props} />
      <PauseForm {...props} />
      <Followed say={say} followed={props.followed} />
      <NoticesSection say={say} notices={props.notices} next={props.next} />
    </Page>
  );
}
