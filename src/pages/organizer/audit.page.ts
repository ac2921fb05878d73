import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditPage, type LogEntryShape } from '../../../web/pages/audit-page.tsx';
import { Audit, type AuditView } from '../../accounts/audit.ts';
import { byKey } from '../../kernel/by-key.ts';
import { isUuid } from '../../kernel/ids.ts';
import { AuditsItself, conferenceIn, For } from '../../platform/http/access.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { cursorIn } from '../page-query.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { logActOf } from './log-acts.ts';

/** The log of a conference: acts of people with a role, a sentence each, with the discussion they were about. */
@ApiExcludeController()
@Controller('organize/:conference')
@AuditsItself()
@For('organizer', conferenceIn('conference'))
export class AuditPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly transcript: Transcript,
    private readonly audit: Audit,
  ) {}

  @Get(['log', 'audit'])
  async read(
    @Param('conference') slug: string,
    @Query('cursor') cursor: unknown,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    const conference = await this.programmeListing.conference(slug);
    const { items, next } = await this.audit.list(conference.id, { limit: 50, cursor: cursorIn({ cursor }) });
    page.show(
      AuditPage,
      { title: conference.title, kind: 'audit', conference },
      { conference, entries: await this.entriesOf(slug, items), next },
    );
  }

  /** With the discussion that each act was about: that of a comment, of a talk, or itself. */
  private async entriesOf(slug: string, items: readonly AuditView[]): Promise<LogEntryShape[]> {
    const subjects = [
      ...new Set(items.flatMap(({ subject }) => (subject !== null && isUuid(subject) ? [subject] : []))),
    ];
    const comments = byKey(await this.transcript.comments(subjects), ({ id }) => id);
    const ids = [...new Set([...subjects, ...[...comments.values()].map(({ threadId }) => threadId)])];
    const [threads, ofTalks] = await Promise.all([
      this.programmeListing.threadsByIds(ids),
      this.programmeListing.threadsOfTalks(subjects),
    ]);
    const [byId, byTalk] = [byKey(threads, ({ id }) => id), byKey(ofTalks, ({ talkId }) => talkId!)];
    return items.map(({ at, role, name, action, subject }) => {
      const comment = subject === null ? undefined : comments.get(subject);
      const thread = subject === null ? undefined : (byId.get(comment?.threadId ?? subject) ?? byTalk.get(subject));
      return {
        at,
        role,
        name,
        ...logActOf(action),
        about: thread
          ? {
              title: thread.title,
              path: `/c/${slug}/t/${thread.slug}${comment ? placeOf(comment) : ''}`,
            }
          : null,
      };
    });
  }
}

/** The place of a comment on the page of its thread. */
const placeOf = ({ id, rootId }: { id: string; rootId: string | null }): string => `?comment=${rootId ?? id}#c-${id}`;
