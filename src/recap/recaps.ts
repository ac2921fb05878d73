import { Injectable } from '@nestjs/common';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { avatarUrl } from '../accounts/persona.view.ts';
import type { AuthorView } from '../comments/comment.view.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { RecapVersion } from './recap-version.entity.ts';
import type { Recap } from './recap.entity.ts';
import { mayWriteRecap, recapStateOf } from './recap.policy.ts';
import { RecapQueries, type RecapInVersion, type RecapOwner } from './recap.queries.ts';
import { RecapTexts, type RecapText } from './recap-texts.ts';
import type { RecapVersionView, RecapView } from './recap.view.ts';

/** An official recap's conference, thread and paths. */
export interface RecapPlace extends RecapOwner {
  conference: Conference;
  thread: { id: string; slug: string; title: string; talkId: string | null } | null;
  path: string;
}

/** Reads official recaps by their place, and makes the views of all recaps. */
@Injectable()
export class Recaps {
  constructor(
    private readonly recapQueries: RecapQueries,
    private readonly recapTexts: RecapTexts,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /** Throws `not-found`. */
  async ofThread(threadId: string): Promise<RecapPlace> {
    const thread = await this.threadsQueries.get(threadId);
    // Words about a recap belong into its own discussion.
    if (thread.recapId !== null) throw notFound();
    const conference = await this.programmeQueries.getConference(thread.conferenceId);
    return {
      conferenceId: conference.id,
      threadId,
      conference,
      thread,
      path: `/c/${conference.slug}/t/${thread.slug}/recap`,
    };
  }

  async ofConference(idOrSlug: string): Promise<RecapPlace> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    return {
      conferenceId: conference.id,
      threadId: null,
      conference,
      thread: null,
      path: `/c/${conference.slug}/recap`,
    };
  }

  async mayWrite(accountId: string | null, { conferenceId, thread }: RecapPlace): Promise<boolean> {
    if (accountId === null) return false;
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    return mayWriteRecap({
      isOrganizer: roles.organizer,
      speaksHere: thread?.talkId != null && roles.speakerOf.has(thread.talkId),
    });
  }

  async demandWriter(accountId: string, place: RecapPlace): Promise<void> {
    if (!(await this.mayWrite(accountId, place))) throw notAllowed();
  }

  /**
   * Reads the version that this account may read: a writer the newest or the one they name, all others the published
   * one. Throws `not-found`.
   */
  async readBy(accountId: string | null, place: RecapPlace, version?: number): Promise<RecapView> {
    return this.get(place, { isWriter: await this.mayWrite(accountId, place), version });
  }

  /** The published version; for writers the newest, or the one they name. Throws `not-found`. */
  async get(
    place: RecapPlace,
    { isWriter, version }: { isWriter: boolean; version?: number | undefined },
  ): Promise<RecapView> {
    const recap = await this.recapQueries.official(place);
    const text = recap && (await this.recapQueries.version(recap.id, isWriter ? (version ?? 'newest') : 'published'));
    if (!recap || !text || (!isWriter && recapStateOf(recap) !== 'published')) throw notFound();
    return { ...(await this.viewOf({ ...recap, text })), threadId: place.threadId };
  }

  /** The published version; null without one. */
  async published(
    place: RecapOwner,
  ): Promise<(RecapText & Pick<RecapVersion, 'title' | 'version' | 'savedAt'>) | null> {
    const recap = await this.recapQueries.official(place);
    return recap && recapStateOf(recap) === 'published' ? this.recapQueries.version(recap.id, 'published') : null;
  }

  async versions(place: RecapPlace): Promise<RecapVersionView[]> {
    const recap = await this.recapQueries.official(place);
    return recap ? this.versionsOf(recap.id) : [];
  }

  async versionsOf(recapId: string): Promise<RecapVersionView[]> {
    return (await this.recapQueries.listVersions(recapId)).map(({ version, isPublished, savedAt }) => ({
      version,
      published: isPublished,
      savedAt: savedAt.toISOString(),
    }));
  }

  /** A recap in one of its versions, with its words; the caller knows that they may be read. */
  async viewOf({ text, ...recap }: RecapInVersion): Promise<RecapView> {
    const { locale } = await this.programmeQueries.getConference(recap.conferenceId);
    const [comments, html] = await Promise.all([
      this.recapTexts.commentsOf(text),
      this.recapTexts.asHtml(text, locale),
    ]);
    return {
      ...factsOf(recap),
      title: text.title ?? (await this.titleOf(recap)),
      talkIds: text.talkIds,
      ...versionOf(text),
      markdown: text.markdown,
      items: text.items,
      comments,
      html,
    };
  }

  /** The view of a recap whose words are hidden. */
  hiddenViewOf({ text, ...recap }: RecapInVersion): RecapView {
    return {
      ...factsOf(recap),
      slug: recap.id,
      title: '',
      talkIds: [],
      ...versionOf(text),
      markdown: '',
      items: [],
      comments: [],
      html: '',
    };
  }

  /** The title of an official recap, which is that of its talk or conference. */
  async titleOf({ aboutThreadId, conferenceId }: Pick<Recap, 'aboutThreadId' | 'conferenceId'>): Promise<string> {
    return aboutThreadId === null
      ? (await this.programmeQueries.getConference(conferenceId)).title
      : (await this.threadsQueries.get(aboutThreadId)).title;
  }
}

const factsOf = (
  recap: Recap,
): Pick<
  RecapView,
  'id' | 'conferenceId' | 'threadId' | 'slug' | 'author' | 'isOfficial' | 'publishedAt' | 'state'
> => ({
  id: recap.id,
  conferenceId: recap.conferenceId,
  threadId: recap.aboutThreadId ?? recap.discussionId,
  slug: recap.slug,
  author: authorOf(recap),
  isOfficial: recap.isOfficial,
  publishedAt: recap.publishedAt?.toISOString() ?? null,
  state: recapStateOf(recap),
});

const versionOf = ({
  version,
  isPublished,
  savedAt,
}: RecapVersion): Pick<RecapView, 'version' | 'published' | 'savedAt'> => ({
  version,
  published: isPublished,
  savedAt: savedAt.toISOString(),
});

const authorOf = ({ personaId, authorName, authorRoles }: Recap): AuthorView | null =>
  personaId === null || authorName === null
    ? null
    : { id: personaId, name: authorName, avatarUrl: avatarUrl(personaId), roles: authorRoles as AuthorView['roles'] };

export const titleOf = ({ conference, thread }: Pick<RecapPlace, 'conference' | 'thread'>): string =>
  thread?.title ?? conference.title;
