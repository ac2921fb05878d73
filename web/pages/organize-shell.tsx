import type { ComponentChildren } from 'preact';
import type { ProblemShape } from '../components/shapes.ts';
import { Refusal } from '../components/refusal.tsx';
import { Page, type PageContext } from './page.tsx';

/** The parts of the organizers' pages, each with the end of its address, in the order of the menu. */
const PARTS = [
  ['overview', ''],
  ['moderation', '/queue'],
  ['programme', '/programme'],
  ['discussions', '/discussions'],
  ['team', '/team'],
  ['posters', '/qr'],
  ['highlights', '/highlights'],
  ['figures', '/figures'],
  ['rules', '/rules'],
  ['appearance', '/appearance'],
  ['settings', '/settings'],
  ['export', '/export'],
  ['log', '/log'],
] as const;

export type OrganizePart = (typeof PARTS)[number][0];

/** The parts that moderators have beside organizers. */
const OF_MODERATORS: readonly OrganizePart[] = ['overview', 'moderation', 'discussions', 'rules'];

interface OrganizeShellProps {
  context: PageContext;
  part: OrganizePart;
  /** The heading, where it is not the name of the part. */
  title?: string;
  lead?: ComponentChildren;
  refusal?: ProblemShape | null;
  also?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A page of `/organize/{conference}` beside the menu of them all. On a phone the menu is folded above it, in the look
 * of a select, which itself would need a script or a button of its own.
 */
export function OrganizeShell({ context, part, title, lead, refusal, also, children }: OrganizeShellProps) {
  const { say } = context;
  const waiting = context.team?.waiting ?? 0;
  return (
    <Page {...context} width="page" also={also}>
      <div class="organize">
        <nav class="organize-menu" aria-label={say('pages.organize.title')}>
          <PartLinks context={context} part={part} />
        </nav>
        <details class="organize-menu">
          <summary>
            <span class="unseen">{say('pages.organize.title')} · </span>
            {say(`pages.organize.parts.${part}`)}
            {waiting > 0 && part !== 'moderation' && <span class="number">{waiting}</span>}
          </summary>
          <nav aria-label={say('pages.organize.title')}>
            <PartLinks context={context} part={part} />
          </nav>
        </details>
        <div class="part">
          <h1>{title ?? say(`pages.organize.parts.${part}`)}</h1>
          {lead && <p class="lead">{lead}</p>}
          {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
          {children}
        </div>
      </div>
    </Page>
  );
}

function PartLinks({ context: { say, team, conference }, part }: { context: PageContext; part: OrganizePart }) {
  const path = `/organize/${conference!.slug}`;
  const waiting = team?.waiting ?? 0;
  const mine = PARTS.filter(([name]) => team?.organizes || OF_MODERATORS.includes(name));
  return (
    <>
      {mine.map(([name, end]) => (
        <a key={name} href={`${path}${end}`} aria-current={name === part ? 'page' : undefined}>
          {say(`pages.organize.parts.${name}`)}
          {name === 'moderation' && waiting > 0 && <span class="number">{waiting}</span>}
        </a>
      ))}
    </>
  );
}
