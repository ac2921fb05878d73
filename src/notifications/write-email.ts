import { words } from '../../locales/catalogues.ts';
import { timeInWords } from '../../locales/written-date.ts';
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

type WrittenEmail = Pick<Email, 'subject' | 'text' | 'action' | 'hint' | 'reply'>;

/** Most characters of a quotation; the link leads to the rest. */
const QUOTED = 1_000;

/** Most links that a line names; the page has all of them. */
const LINKS_NAMED = 5;

/** The kind of e-mails that can be ended from an e-mail of notices: its own, or digests. */
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
    onPage: say('mails.onPage'),
    end,
  };
  if (others.some((other) => other.conferenceSlug !== conferenceSlug)) return { ...email, list: OF_SEVERAL };
  return {
    ...email,
    subject: subjectIn(conferenceTitle, written.subject),
    brand: emailBrand(conferenceTitle, accent),
    list: listOf(lines),
  };
}

/** A digest of several conferences comes from none of them. */
const OF_SEVERAL: EmailList = { id: 'digest', root: null };

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
function noticeOf({ locale, publicUrl, lines }: EmailToWrite, kind: EmailNoticeKind): WrittenEmail {
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
  const list = lines.map((line) => paragraphs(`${line.title}\n${publicUrl}${line.path}`, quoted(line))).join('\n\n');
  return {
    subject: isOfOneThread ? first.title : say(`mails.${kind}.severalSubject`, { count }),
    text: paragraphs(say(`mails.${kind}.several`, { count }), list),
    hint: url,
  };
}

/** One line a notice, below the conference where there are several. */
function digestOf({ locale, publicUrl, lines: all, form }: EmailToWrite): WrittenEmail {
  const say = words(locale);
  const lines = withLinksTogether(all);
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
    hint: publicUrl + all[0].path,
  };
}

/** Links that were added to one talk at several times are one line, where the first of them was. */
function withLinksTogether(lines: readonly EmailLine[]): EmailLine[] {
  const linksOf = (threadId: string | null): string[] => [
    ...new Set(lines.filter((line) => line.threadId === threadId).flatMap(({ links }) => links)),
  ];
  const done = new Set<string | null>();
  return lines.flatMap((line) => {
    if (line.kind !== 'followed-link') return [line];
    if (done.has(line.threadId)) return [];
    done.add(line.threadId);
    return [{ ...line, links: linksOf(line.threadId) }];
  });
}

/** Names the links, the first of them by name. */
const namesOf = (links: readonly string[]): string =>
  [...links.slice(0, LINKS_NAMED), ...(links.length > LINKS_NAMED ? ['…'] : [])]
    .join(' · ')
    // The line itself is a link, to the page with all of them.
    .replaceAll(/https?:\/\//g, '');

function lineOf(line: EmailLine, locale: 'fr' | 'en', publicUrl: string): string {
  return paragraphs(`${aboutOf(line, locale)}\n${publicUrl}${line.path}`, quoted(line));
}

function aboutOf({ kind, title, waiting, since, timeZone, links }: EmailLine, locale: 'fr' | 'en'): string {
  const say = words(locale);
  if (kind === 'queue')
    return say('mails.lines.queue', { count: waiting ?? 0, since: timeInWords(since!, timeZone, locale) });
  if (kind === 'followed-link')
    return say(`mails.lines.${kind}`, { count: links.length, title, links: namesOf(links) });
  return say(`mails.lines.${kind}`, { title });
}

/** Quotes the words of others, as mail programs do; empty without words. */
function quoted({ words: source }: EmailLine): string {
  if (source === null) return '';
  const text = source.length > QUOTED ? `${source.slice(0, QUOTED)}…` : source;
  return text
    .split(/\n+/)
    .map((line) => `> ${line}`)
    .join('\n');
}

const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
