import { words } from '../../locales/catalogues.ts';
import type { EndedKind } from '../accounts/email-kinds.policy.ts';
import type { Email, EmailEnd, EmailList } from '../platform/mail/email.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import type { EmailLine } from './email-lines.queries.ts';
import { SWITCH_OF, type EmailNoticeKind } from './mail.policy.ts';

export interface EmailToWrite {
  id: string;
  form: 'notice' | 'digest' | 'summary';
  /** Null for a digest. */
  kind: EmailNoticeKind | null;
  locale: 'fr' | 'en';
  publicUrl: string;
  end: EmailEnd;
  lines: readonly [EmailLine, ...EmailLine[]];
}

type Written = Pick<Email, 'subject' | 'text' | 'action' | 'hint' | 'reply'>;

/** Most characters of a quotation; the link leads to the rest. */
const QUOTED = 1_000;

/** What an e-mail of notices ends: its own kind, or digests. */
export const endedBy = (kind: EmailNoticeKind | null): EndedKind => (kind === null ? 'digest' : SWITCH_OF[kind]);

/** An e-mail of notices: of their conference where they have one in common, of their thread where they share it. */
export function writeEmail(input: EmailToWrite): Email {
  const { id, kind, locale, end, lines, form } = input;
  const say = words(locale);
  const [{ conferenceTitle, conferenceSlug, accent }, ...others] = lines;
  const written = kind === null ? digestOf(input) : noticeOf(input, kind);
  const why = say(`mails.footers.${kind === null ? form : SWITCH_OF[kind]}`);
  const settings = say('mails.settings', { url: `${input.publicUrl}/me/email` });
  const email: Email = {
    ...written,
    id,
    locale,
    footer: [why, say('mails.end', { end: end.url }), settings].join('\n\n'),
    end,
  };
  if (others.some((other) => other.conferenceSlug !== conferenceSlug)) return email;
  return {
    ...email,
    subject: subjectIn(conferenceTitle, written.subject),
    brand: emailBrand(conferenceTitle, accent),
    list: listOf(lines),
  };
}

/** E-mails about one thread are grouped under it. */
function listOf([{ threadId, threadSlug, conferenceSlug }, ...others]: EmailToWrite['lines']): EmailList {
  return threadId !== null && others.every((other) => other.threadId === threadId)
    ? { id: `${threadSlug}.${conferenceSlug}`, root: `thread-${threadId}` }
    : { id: conferenceSlug, root: null };
}

/**
 * An e-mail that comes at once: about one question, or several of a few minutes. Only about one it can be answered,
 * because a reply to several would settle whichever came first.
 */
function noticeOf({ locale, publicUrl, lines }: EmailToWrite, kind: EmailNoticeKind): Written {
  const say = words(locale);
  const [first, ...others] = lines;
  const url = publicUrl + first.path;
  const isOfOneThread = others.every(({ threadId }) => threadId === first.threadId);
  if (others.length === 0)
    return {
      subject: first.title,
      text: paragraphs(say(`mails.${kind}.text`, { title: first.title }), quoted(first), url),
      action: { label: say(`mails.actions.${kind}`), url },
      hint: url,
      ...(first.threadId !== null && first.commentId !== null
        ? { reply: { kind, threadId: first.threadId, commentId: first.commentId } }
        : {}),
    };
  const count = lines.length;
  const list = lines.map((line) => `${line.title}\n${publicUrl}${line.path}`).join('\n\n');
  return {
    subject: isOfOneThread ? first.title : say(`mails.${kind}.severalSubject`, { count }),
    text: paragraphs(say(`mails.${kind}.several`, { count }), list),
    hint: url,
  };
}

/** One line a notice, below the conference where there are several. */
function digestOf({ locale, publicUrl, lines, form }: EmailToWrite): Written {
  const say = words(locale);
  const count = lines.length;
  const conferences = [...new Set(lines.map(({ conferenceSlug }) => conferenceSlug))];
  const parts = conferences.flatMap((slug) => {
    const own = lines.filter(({ conferenceSlug }) => conferenceSlug === slug);
    const head = conferences.length > 1 ? [own[0]!.conferenceTitle.toLocaleUpperCase(locale)] : [];
    return [...head, ...own.map((line) => lineOf(line, locale, publicUrl))];
  });
  return {
    subject: say(`mails.${form}.subject`, { count }),
    text: paragraphs(say(`mails.${form}.lead`, { count }), ...parts),
    hint: publicUrl + lines[0].path,
  };
}

function lineOf(line: EmailLine, locale: 'fr' | 'en', publicUrl: string): string {
  const { kind, title, path, waiting, since, timeZone } = line;
  const say = words(locale);
  const about =
    kind === 'queue'
      ? say('mails.lines.queue', { count: waiting ?? 0, since: timeOf(since!, timeZone, locale) })
      : say(`mails.lines.${kind}`, { title });
  return paragraphs(`${about}\n${publicUrl}${path}`, quoted(line));
}

/** What others wrote, as mail programs quote; empty without words. */
function quoted({ words: source }: EmailLine): string {
  if (source === null) return '';
  const text = source.length > QUOTED ? `${source.slice(0, QUOTED)}…` : source;
  return text
    .split(/\n+/)
    .map((line) => `> ${line}`)
    .join('\n');
}

const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const timeOf = (at: Date, timeZone: string, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
