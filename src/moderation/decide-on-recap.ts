import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { Notices } from '../accounts/notices.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { RecapStateChange } from '../recap/change-recap-state.write.ts';
import { OwnedRecaps, wordsOfRecap } from '../recap/owned-recaps.queries.ts';
import type { RecapView } from '../recap/recap.view.ts';
import { Recaps } from '../recap/recaps.ts';
import { WithholdRecap } from '../recap/withhold-recap.ts';
import { PublishedRules } from './published-rules.ts';
import { RecordAct, type ActOnWords, type DecisionCompanion } from './record-act.ts';

/** A moderator's acts on a recap. Each writes its decision in the same transaction and settles the open reports. */
@Injectable()
export class DecideOnRecap {
  // An act on a recap changes its state, records a decision and answers with the recap as moderators see it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly ownedRecaps: OwnedRecaps,
    private readonly recaps: Recaps,
    private readonly withholdRecap: WithholdRecap,
    private readonly recordAct: RecordAct,
    private readonly publishedRules: PublishedRules,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly notices: Notices,
  ) {}

  /** Throws `not-found`, `rule-unknown`, `recap-wrong-state`, `decision-own`, `appeal-own-decision`. */
  async withhold(
    actorId: string,
    recapId: string,
    { rule, reason, ...appeal }: { rule: string; reason: string } & Partial<ActOnWords>,
    besides?: DecisionCompanion,
  ): Promise<RecapView> {
    await this.publishedRules.demand((await this.ownedRecaps.get(recapId)).conferenceId, rule);
    const act: ActOnWords = { ...appeal, actorId, kind: 'withhold', rule, reason };
    await this.withholdRecap.withhold(recapId, this.recording(act, besides));
    return this.decided(recapId);
  }

  /** Throws `not-found`, `recap-wrong-state`, `decision-own`, `appeal-own-decision`. */
  async restore(
    actorId: string,
    recapId: string,
    { reason, ...appeal }: { reason: string } & Partial<ActOnWords>,
    besides?: DecisionCompanion,
  ): Promise<RecapView> {
    const act: ActOnWords = { ...appeal, actorId, kind: 'restore', reason };
    await this.withholdRecap.restore(recapId, this.recording(act, besides));
    return this.decided(recapId);
  }

  /** Throws `not-found`, `recap-wrong-state`, `recap-edited-since`, `decision-own`, `appeal-own-decision`. */
  async release(actorId: string, recapId: string, version: number, reason = ''): Promise<RecapView> {
    await this.withholdRecap.release(recapId, version, this.recording({ actorId, kind: 'release', reason }));
    return this.decided(recapId);
  }

  /**
   * The server's own decision: hides a recap with this many reporters until a moderator decides. Does nothing to one
   * that is not public.
   */
  async hold(recapId: string, reporters: number): Promise<void> {
    const { conferenceId } = await this.ownedRecaps.get(recapId);
    const { locale } = await this.programmeQueries.getConference(conferenceId);
    const reason = words(locale)('pages.ledger.heldByReports', { count: reporters });
    await this.withholdRecap.hold(recapId, 'reports', this.recording({ actorId: null, kind: 'hold', reason }));
    this.notices.signal();
  }

  private recording(act: ActOnWords, besides?: DecisionCompanion): RecapStateChange['also'] {
    return async (tx, { id }, isPublic) => {
      const recap = await this.ownedRecaps.get(id, tx);
      await this.recordAct.record(
        tx,
        {
          ...recap,
          kind: 'recap',
          threadId: (recap.discussionId ?? recap.aboutThreadId)!,
          isPublic,
          source: wordsOfRecap(recap.text),
        },
        act,
        besides,
      );
    };
  }

  /**
   * The recap as moderators see it: with its words, unless its author has withdrawn it. Throws `not-found`, also for a
   * draft.
   */
  async read(recapId: string): Promise<RecapView> {
    const recap = await this.ownedRecaps.get(recapId);
    return recap.withdrawnAt === null ? this.recaps.viewOf(recap) : this.recaps.hiddenViewOf(recap);
  }

  private decided(recapId: string): Promise<RecapView> {
    this.notices.signal();
    return this.read(recapId);
  }
}
