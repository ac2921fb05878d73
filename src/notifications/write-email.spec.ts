import { describe, expect, it } from '@jest/globals';
import type { EmailLine } from './email-lines.queries.ts';
import { writeEmail } from './write-email.ts';

const line = (commentId: string): EmailLine => ({
  noticeId: commentId,
  emailId: 'e',
  kind: 'waiting',
  isShown: true,
  threadId: 't',
  threadSlug: 'on-leaving',
  title: 'On leaving',
  path: `/c/conf/t/on-leaving?comment=${commentId}`,
  conferenceSlug: 'conf',
  conferenceTitle: 'A conference',
  accent: null,
  timeZone: 'Europe/Paris',
  commentId,
  words: null,
  links: [],
  waiting: null,
  since: null,
});

const emailAbout = (first: string, ...others: string[]) =>
  writeEmail({
    id: 'e',
    form: 'notice',
    kind: 'waiting',
    locale: 'en',
    publicUrl: 'http://forum.example',
    end: { url: 'http://forum.example/end', token: 'x', kind: 'waiting' },
    lines: [line(first), ...others.map(line)],
  });

describe('an e-mail about questions that wait', () => {
  it('can be answered where there is one question', () => {
    expect(emailAbout('one').reply).toEqual({ kind: 'waiting', threadId: 't', commentId: 'one' });
  });

  it('cannot be answered where there are several: the answer would settle the first', () => {
    expect(emailAbout('one', 'two').reply).toBeUndefined();
    expect(emailAbout('one', 'two').text).toContain('comment=two');
  });
});

describe('an e-mail of notices', () => {
  const digestOf = (...conferenceSlugs: string[]) =>
    writeEmail({
      id: 'e',
      form: 'digest',
      kind: null,
      locale: 'en',
      publicUrl: 'http://forum.example',
      end: { url: 'http://forum.example/end', token: 'x', kind: 'digest' },
      lines: conferenceSlugs.map((conferenceSlug, i) => ({
        ...line(`q${i}`),
        threadId: `t${i}`,
        conferenceSlug,
      })) as unknown as [EmailLine],
    });

  it('says that it is answered on the page, for where no reply by e-mail is taken', () => {
    for (const { onPage } of [emailAbout('one'), emailAbout('one', 'two'), digestOf('conf')])
      expect(onPage).toBe('To answer, open the page: replies to this e-mail are not read.');
  });

  it('is of a list: of its thread, of its conference, or of digests where it is about several', () => {
    expect(emailAbout('one').list).toEqual({ id: 'on-leaving.conf', root: 'thread-t' });
    expect(digestOf('conf', 'conf').list).toEqual({ id: 'conf', root: null });
    expect(digestOf('conf', 'other').list).toEqual({ id: 'digest', root: null });
  });
});
