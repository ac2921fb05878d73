import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { byKey } from '../kernel/by-key.ts';
import { Config } from '../platform/config/settings.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { Transcript } from '../transcript/transcript.ts';
import { recapAsHtml, recapAsMarkdown, type MarkdownPart } from './recap-export.ts';
import { pieceAsHtml, piecesOf, topLevelOf } from './recap-text.ts';
import type { RecapPart, TalkCard } from './recap.view.ts';
import { TalkCards } from './talk-cards.ts';

/** The text and the quotations of a recap, also before it is saved. */
export interface RecapText {
  conferenceId: string;
  markdown: string;
  items: readonly string[];
}

interface Quotation {
  comment: CommentView;
  path: string;
}

type ReadPiece = { text: string } | Quotation | { talk: TalkCard; heading: number | null };

/** Reads the text of a recap with what stands in it: quotations as they may be shown now, and the cards of talks. */
@Injectable()
export class RecapTexts {
  constructor(
    private readonly transcript: Transcript,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly talkCards: TalkCards,
    private readonly config: Config,
  ) {}

  /** In order: the writer's text as safe HTML, the quotations in their places, and the talks. */
  async partsOf(text: RecapText): Promise<RecapPart[]> {
    const top = topLevelOf(text.markdown);
    return (await this.piecesOf(text)).map((piece): RecapPart => {
      if ('text' in piece) return { html: pieceAsHtml(piece.text, top) };
      if ('comment' in piece) return piece;
      return { talk: piece.talk, level: piece.heading === null ? null : levelOf(piece.heading, top) };
    });
  }

  async asMarkdown(text: RecapText & { title: string }, locale: Locale): Promise<string> {
    const markdownParts = (await this.piecesOf(text)).map((piece): MarkdownPart =>
      'text' in piece ? piece.text : piece,
    );
    return recapAsMarkdown({ title: text.title, markdownParts, base: this.config.publicUrl, say: words(locale) });
  }

  async asHtml(text: RecapText, locale: Locale): Promise<string> {
    return recapAsHtml({ parts: await this.partsOf(text), base: this.config.publicUrl, say: words(locale) });
  }

  /** The quoted comments in order, without those that nobody may read. */
  async commentsOf({ items }: Pick<RecapText, 'items'>): Promise<CommentView[]> {
    return (await this.quotationsOf(items)).flatMap((quotation) => (quotation ? [quotation.comment] : []));
  }

  private async piecesOf({ conferenceId, markdown, items }: RecapText): Promise<ReadPiece[]> {
    const [quotations, cardOf] = await Promise.all([
      this.quotationsOf(items),
      this.talkCards.of(conferenceId, markdown),
    ]);
    return piecesOf(markdown, { items: items.length, isTalk: (link) => cardOf(link) !== null }).flatMap(
      (piece): ReadPiece[] => {
        if ('text' in piece) return [piece];
        if ('talk' in piece) return [{ talk: cardOf(piece.talk)!, heading: piece.talk.level }];
        const quotation = quotations[piece.item];
        return quotation ? [quotation] : [];
      },
    );
  }

  private async quotationsOf(ids: readonly string[]): Promise<(Quotation | null)[]> {
    if (ids.length === 0) return [];
    const comments = byKey(await this.transcript.comments(ids), ({ id }) => id);
    const threads = byKey(
      await this.threadsQueries.listByIds([...new Set([...comments.values()].map(({ threadId }) => threadId))]),
      ({ id }) => id,
    );
    const [any] = threads.values();
    const slug = any ? (await this.programmeQueries.getConference(any.conferenceId)).slug : '';
    return ids.map((id) => {
      const comment = comments.get(id);
      return comment
        ? {
            comment,
            path: `/c/${slug}/t/${threads.get(comment.threadId)!.slug}?comment=${comment.rootId ?? id}#c-${id}`,
          }
        : null;
    });
  }
}

const levelOf = (heading: number, top: number): 2 | 3 => (heading <= top ? 2 : 3);
