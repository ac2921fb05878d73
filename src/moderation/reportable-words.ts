import { Injectable } from '@nestjs/common';
import { commentGone } from '../comments/comments.problems.ts';
import { notFound } from '../kernel/common.problems.ts';
import { recapGone } from '../recap/recap.problems.ts';
import type { JudgedWords } from './judged-words.ts';
import { JudgedWordsQueries, type WordsFacts } from './judged-words.queries.ts';
import { PublishedRules } from './published-rules.ts';

/** The contents of a report. */
export interface ReportInput {
  about: JudgedWords;
  rule: string;
  reason: string;
}

/** Finds the words of a report, which have to be public and to break a published rule. */
@Injectable()
export class ReportableWords {
  constructor(
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly publishedRules: PublishedRules,
  ) {}

  /** Throws `not-found`, `comment-gone`, `recap-gone`, `rule-unknown`. */
  async get({ about, rule }: ReportInput): Promise<WordsFacts> {
    const words = await this.judgedWordsQueries.get(about);
    if (!words.isPublic) throw notFound();
    if (words.state === 'withheld' || words.state === 'withdrawn')
      throw about.kind === 'comment' ? commentGone() : recapGone();
    await this.publishedRules.demand(words.conferenceId, rule);
    return words;
  }
}
