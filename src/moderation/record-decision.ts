import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Audit } from '../accounts/audit.ts';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { Notices } from '../accounts/notices.ts';
import type { NoticeKind } from '../accounts/account-notice.entity.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { BEGINNING, hashOf, hashOfWords, type ChainEnd } from './ledger-chain.ts';
import type { Decision, DecisionKind } from './decision.entity.ts';
import { DecisionNotices } from './decision-notices.ts';
import { Impartiality } from './impartiality.ts';
import { WORDS_KEPT_DAYS } from './moderation.policy.ts';

type DecisionText = Pick<Decision, 'conferenceId' | 'kind' | 'rule' | 'reason' | 'isPublic'>;

export interface DecisionInput
  extends
    DecisionText,
    Partial<
      Pick<
        Decision,
        | 'threadId'
        | 'commentId'
        | 'recapId'
        | 'personaId'
        | 'reversesId'
        | 'until'
        | 'isFromReport'
        | 'appealId'
        | 'waitingSince'
      >
    > {
  /** Set where other rows name it before it is written. */
  id?: string;
  /** Null for the server, by a rule. */
  actorId: string | null;
  /** The words it is about. */
  words?: string | null;
  /** The account it is explained to; null when it is about none, or after its erasure. */
  about?: string | null;
}

/** The notice to the account a decision is about. */
const NOTICE_OF: Partial<Record<DecisionKind, NoticeKind>> = {
  hold: 'held',
  withhold: 'withheld',
  restore: 'restored',
  release: 'released',
  mute: 'muted',
  suspend: 'suspended',
  unmute: 'sanction-ended',
  unsuspend: 'sanction-ended',
  uphold: 'appeal-decided',
};

interface StatementFields {
  id: string;
  about: string;
  deciding: DecisionInput;
  at: Date;
}

/**
 * Records a decision in the transaction of its act: the chain, the copy of the words, the statement with its letter,
 * the notice, the audit. The ledger's head is locked last, after everything else that may wait.
 */
@Injectable()
export class RecordDecision {
  // A decision is kept with its chain, statement, notice and audit entry, or not at all.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly clock: Clock,
    private readonly grantsQueries: GrantsQueries,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly decisionNotices: DecisionNotices,
    private readonly impartiality: Impartiality,
  ) {}

  /** Returns the decision's id. Throws `decision-own`, `appeal-own-decision`, which roll back the act. */
  async record(tx: Tx, deciding: DecisionInput): Promise<string> {
    const { actorId, words = null, about = null, id = blindId() } = deciding;
    await this.impartiality.demand(tx, deciding);
    const at = this.clock.now();
    const role = await this.roleOf(tx, deciding);
    const wordsHash = words === null ? null : await this.keepWords(tx, id, words);
    if (about !== null) await this.explain(tx, { id, about, deciding, at });
    await this.audit.note(tx, {
      conferenceId: deciding.conferenceId,
      accountId: actorId,
      role,
      action: `decision.${deciding.kind}`,
      subject: deciding.commentId ?? deciding.recapId ?? deciding.personaId ?? deciding.threadId ?? null,
    });
    const {
      kind,
      rule,
      reason,
      isPublic,
      conferenceId,
      threadId = null,
      commentId = null,
      recapId = null,
      personaId = null,
      reversesId = null,
      until = null,
      isFromReport = false,
      appealId = null,
      waitingSince = null,
    } = deciding;
    await this.append(tx, {
      id,
      conferenceId,
      threadId,
      commentId,
      recapId,
      personaId,
      kind,
      rule,
      reason,
      role,
      actorAccountId: actorId,
      reversesId,
      until,
      isPublic,
      isAutomated: actorId === null,
      isFromReport,
      appealId,
      waitingSince,
      at,
      wordsHash,
    });
    return id;
  }

  private async roleOf(
    tx: Tx,
    { actorId, conferenceId }: DecisionInput,
  ): Promise<'server' | 'organizer' | 'moderator'> {
    if (actorId === null) return 'server';
    const { organizer } = await this.grantsQueries.rolesIn(actorId, conferenceId, tx);
    return organizer ? 'organizer' : 'moderator';
  }

  private async keepWords(tx: Tx, decisionId: string, words: string): Promise<Buffer> {
    const salt = randomBytes(32);
    await tx.query('insert into decision_words (decision_id, salt, words, kept_until) values ($1, $2, $3, $4)', [
      decisionId,
      salt,
      words,
      this.clock.in({ days: WORDS_KEPT_DAYS }),
    ]);
    return hashOfWords(salt, words);
  }

  private async explain(tx: Tx, { id, about, deciding, at }: StatementFields): Promise<void> {
    await tx.query(
      'insert into statements (decision_id, account_id, at) select $1, a.id, $3 from accounts a where a.id = $2',
      [id, about, at],
    );
    await this.decisionNotices.put(tx, {
      accountId: about,
      kind: 'statement',
      conferenceId: deciding.conferenceId,
      decisionId: id,
      decisionKind: deciding.kind,
    });
    const kind = NOTICE_OF[deciding.kind];
    if (kind)
      await this.notices.add(tx, { accountId: about, kind, commentId: deciding.commentId ?? null, decisionId: id });
  }

  private async append(tx: Tx, decision: Omit<Decision, 'n' | 'previousHash' | 'hash'>): Promise<void> {
    const [end] = await tx.query<ChainEnd>(
      `insert into ledger_heads (conference_id, n, hash)
       values ($1, $2, $3)
       on conflict (conference_id) do update set n = ledger_heads.n
       returning n, hash`,
      [decision.conferenceId, BEGINNING.n, BEGINNING.hash],
    );
    const chained = { ...decision, n: end!.n + 1, previousHash: end!.hash };
    const hash = hashOf(chained);
    tx.send(
      `insert into decisions (
         id, conference_id, n, thread_id, comment_id, persona_id, kind, rule, reason, role, actor_account_id,
         reverses_id, until, is_public, is_automated, is_from_report, appeal_id, waiting_since, at, words_hash,
         previous_hash, hash, recap_id
       )
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
         $23)`,
      [
        chained.id,
        chained.conferenceId,
        chained.n,
        chained.threadId,
        chained.commentId,
        chained.personaId,
        chained.kind,
        chained.rule,
        chained.reason,
        chained.role,
        chained.actorAccountId,
        chained.reversesId,
        chained.until,
        chained.isPublic,
        chained.isAutomated,
        chained.isFromReport,
        chained.appealId,
        chained.waitingSince,
        chained.at,
        chained.wordsHash,
        chained.previousHash,
        hash,
        chained.recapId,
      ],
    );
    tx.send('update ledger_heads set n = $2, hash = $3 where conference_id = $1', [
      chained.conferenceId,
      chained.n,
      hash,
    ]);
  }
}
