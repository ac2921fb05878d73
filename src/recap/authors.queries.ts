import { Injectable } from '@nestjs/common';
import type { Persona } from '../accounts/persona.entity.ts';
import { avatarUrl, biographyView } from '../accounts/persona.view.ts';
import { COMMENT_COLUMNS, toCommentView, VISIBLE, type CommentRow } from '../comments/comment.view.ts';
import { byKey } from '../kernel/by-key.ts';
import { notFound } from '../kernel/common.problems.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { ListingQuery } from '../platform/http/listing.requests.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { PUBLIC_RECAP } from './recap.queries.ts';
import type { ArchivedAuthorView, AuthoredCommentView, AuthorProfileView } from './author.view.ts';

type AuthorRow = Pick<
  Persona,
  'id' | 'conferenceId' | 'slug' | 'name' | 'tagline' | 'biography' | 'hasCommentsShown' | 'isIndexed'
> & { roles: AuthorProfileView['roles'] };

/** The visible comments `m` of a persona `p` under its name; a question without a name is never among them. */
const OWN_COMMENTS = `m.persona_id = p.id and not m.is_anonymous and m.author_name is not null and ${VISIBLE}
    and exists (select from threads o where o.id = m.thread_id and o.hidden_at is null)`;

const OWN_RECAPS = `r.persona_id = p.id and ${PUBLIC_RECAP}`;

/**
 * Roles are read from what the persona published, so that they stay like its name until the persona of an erased
 * account departs, at an hour of its own.
 */
const AUTHOR_COLUMNS = `p.id, p.conference_id "conferenceId", p.slug, p.name, p.tagline, p.biography,
    p.has_comments_shown "hasCommentsShown", p.is_indexed "isIndexed",
    array(
      select o
      from comments m
      cross join unnest(m.author_roles) o
      where ${OWN_COMMENTS}
      union
      select o
      from recaps r
      cross join unnest(r.author_roles) o
      where ${OWN_RECAPS}
      order by o desc
    ) roles`;

const NAMED = `p.withdrawn_at is null and p.name <> ''`;

/**
 * SQL: whether the page of a persona `p` has something to show. Without that, nobody learns that the persona is there.
 */
const HAS_PAGE = `(
    exists (select from recaps r where ${OWN_RECAPS})
    or p.has_comments_shown and exists (select from comments m where ${OWN_COMMENTS})
  )`;

/** Reads authors: what a persona shows of itself in its conference. Never leads to the account or another persona. */
@Injectable()
export class AuthorsQueries {
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** The author with a page at this slug. Throws `not-found`, also for one whose page has nothing to show. */
  async get(conference: string, slug: string): Promise<AuthorProfileView> {
    const { id } = await this.programmeQueries.getConference(conference);
    const [row] = await this.database.read<AuthorRow>(
      `select ${AUTHOR_COLUMNS} from personas p
       where p.conference_id = $1 and p.slug = $2 and ${NAMED} and ${HAS_PAGE}`,
      [id, slug],
    );
    if (!row) throw notFound();
    return toAuthorProfile(row);
  }

  /** By persona; those that were withdrawn or have departed are missing. */
  async ofPersonas(personaIds: readonly string[]): Promise<Map<string, AuthorProfileView>> {
    if (personaIds.length === 0) return new Map();
    const rows = await this.database.read<AuthorRow>(
      `select ${AUTHOR_COLUMNS} from personas p where p.id = any($1) and ${NAMED}`,
      [personaIds],
    );
    return byKey(rows.map(toAuthorProfile), ({ id }) => id);
  }

  /** Reads those of these personas that came with an archive, and have neither an account nor a page here. */
  async ofArchives(personaIds: readonly string[]): Promise<Map<string, ArchivedAuthorView>> {
    if (personaIds.length === 0) return new Map();
    const rows = await this.database.read<{ id: string; tagline: string; biography: string }>(
      'select persona_id id, tagline, biography from archived_faces where persona_id = any($1)',
      [personaIds],
    );
    return new Map(
      rows.map(({ id, tagline, biography }) => [id, { tagline, biographyHtml: biographyView(biography).html }]),
    );
  }

  /** The slugs of those of these personas that have a page, by persona; for their own account. */
  async pagesOf(personaIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.ask<{ id: string }>(
      `select p.id from personas p where p.id = any($1) and ${NAMED} and ${HAS_PAGE}`,
      [personaIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The latest first. Throws `not-found`, also where the author shows no comments. */
  async comments(
    conference: string,
    slug: string,
    { limit, cursor }: Pick<ListingQuery, 'limit' | 'cursor'>,
  ): Promise<Page<AuthoredCommentView>> {
    const author = await this.get(conference, slug);
    if (!author.showsComments) throw notFound();
    const rows = await this.database.read<CommentRow & { threadTitle: string; threadSlug: string }>(
      `select ${COMMENT_COLUMNS}, t.title "threadTitle", t.slug "threadSlug"
       from personas p
       join comments m on ${OWN_COMMENTS}
       join threads t on t.id = m.thread_id
       where p.id = $1 and p.has_comments_shown and ($2::uuid is null or m.id < $2)
       order by m.id desc limit $3`,
      [author.id, cursor === undefined ? null : decodeCursor(cursor, ['id'] as const)[0], limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return {
      items: items.map((row) => ({
        comment: toCommentView(row),
        threadTitle: row.threadTitle,
        threadSlug: row.threadSlug,
      })),
      next,
    };
  }
}

const toAuthorProfile = ({
  id,
  conferenceId,
  slug,
  name,
  tagline,
  biography,
  hasCommentsShown,
  isIndexed,
  roles,
}: AuthorRow): AuthorProfileView => ({
  id,
  name,
  avatarUrl: avatarUrl(id),
  roles,
  conferenceId,
  slug,
  tagline,
  biographyHtml: biographyView(biography).html,
  showsComments: hasCommentsShown,
  isIndexed,
});
