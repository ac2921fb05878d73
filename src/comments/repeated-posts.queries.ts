import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { CommentKind } from './comment.entity.ts';
import { toCommentView, type CommentRow, type CommentView, COMMENT_COLUMNS } from './comment.view.ts';
import { writeText } from './write-text.ts';

/** Seconds within which the same words in the same place are a second press of one button. */
const PRESSED_WITHIN_SECONDS = 60;

/** Words that an account sends. */
interface SentWords {
  threadId: string;
  kind: CommentKind;
  body: string;
  parentId?: string | undefined;
}

/** Recognises a form that was sent twice, as by two presses of its button: the second finds what the first did. */
@Injectable()
export class RepeatedPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The comment that this account has just made of these words in this place; null without one. */
  async find(accountId: string, { threadId, kind, body, parentId }: SentWords): Promise<CommentView | null> {
    const [row] = await this.database.ask<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       join personas p on p.id = m.persona_id
       where p.account_id = $1 and m.thread_id = $2 and m.kind = $3 and m.source = $4
         and m.parent_id is not distinct from $5::uuid
         and m.posted_at > $6
       order by m.posted_at desc limit 1`,
      [
        accountId,
        threadId,
        kind,
        writeText(body).source,
        parentId ?? null,
        this.clock.ago({ seconds: PRESSED_WITHIN_SECONDS }),
      ],
    );
    return row ? toCommentView(row) : null;
  }
}
