import { Injectable } from '@nestjs/common';
import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { saveVersion } from './save-version.ts';

/** A recap that stands in a conference from its beginning. */
export interface FurnishedRecap {
  slug: string;
  title: string;
  markdown: string;
  publishedAt: Date;
  persona: { id: string; name: string };
  /** The talks whose cards stand in it. */
  talkIds: string[];
}

/** Puts a published recap into a new conference, in the transaction that makes it. */
@Injectable()
export class FurnishRecap {
  constructor(private readonly openDiscussion: OpenDiscussion) {}

  async furnish(tx: Tx, conference: Conference, recap: FurnishedRecap): Promise<void> {
    const { slug, title, markdown, publishedAt, persona, talkIds } = recap;
    const id = timedId(publishedAt);
    const made = { id, conferenceId: conference.id, aboutThreadId: null, slug, personaId: persona.id };
    await tx.query(
      `insert into recaps (
         id, conference_id, persona_id, author_name, slug, is_official, created_at, published_at
       )
       values ($1, $2, $3, $4, $5, false, $6, $6)`,
      [id, conference.id, persona.id, persona.name, slug, publishedAt],
    );
    await saveVersion(tx, made, { title, markdown, items: [], talkIds, isPublished: true }, publishedAt);
    await this.openDiscussion.openIn(tx, conference, made, { title, isHeld: false });
  }
}
