import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { RepeatedAnswers } from '../platform/http/repeated-answers.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { AppealDecision } from './appeal-decision.ts';
import { ChangeThreadSettings } from './change-thread-settings.ts';
import { ClaimWords } from './claim-words.ts';
import { ConfirmGuestReport } from './confirm-guest-report.ts';
import { DecideAppeal } from './decide-appeal.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { DecideOnRecap } from './decide-on-recap.ts';
import { DecideOnWords } from './decide-on-words.ts';
import { DecideOnNote } from './decide-on-note.ts';
import { Decision, DecisionNotice, DecisionWords, LedgerHead, LedgerMark, Statement } from './decision.entity.ts';
import { DismissReport } from './dismiss-report.ts';
import { DecisionNotices } from './decision-notices.ts';
import { HoldReported } from './hold-reported.ts';
import { Impartiality } from './impartiality.ts';
import { JoinInModeration } from './join-in-moderation.ts';
import { JudgedWordsQueries } from './judged-words.queries.ts';
import { KeepPromises } from './keep-promises.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { MarkHeads } from './mark-heads.ts';
import { ModerationController } from './moderation.controller.ts';
import { ModerationScopes } from './moderation.scopes.ts';
import { PublishedRules } from './published-rules.ts';
import { QueueController } from './queue.controller.ts';
import { QueueQueries } from './queue.queries.ts';
import { RecordAct } from './record-act.ts';
import { RecapModerationController } from './recap-moderation.controller.ts';
import { RecordDecision } from './record-decision.ts';
import { Appeal, QueueClaim, Report, ReportWarning } from './report.entity.ts';
import { RepeatedDecisions } from './repeated-decisions.queries.ts';
import { ReportersQueries } from './reporters.queries.ts';
import { ReportAsGuest } from './report-as-guest.ts';
import { ReportWords } from './report-words.ts';
import { ReportLimits } from './report-limits.ts';
import { ReportableWords } from './reportable-words.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsQueries } from './reports.queries.ts';
import { SanctionPersona } from './sanction-persona.ts';
import { SanctionsQueries } from './sanctions.queries.ts';
import { SettleReports } from './settle-reports.ts';
import { StatementsQueries } from './statements.queries.ts';
import { NotifyHoldsStopped } from './notify-holds-stopped.ts';
import { TransparencyController } from './transparency.controller.ts';
import { TransparencyNumbersQueries } from './transparency-numbers.queries.ts';
import { TransparencyReports } from './transparency-reports.ts';
import { YearlyFigures } from './yearly-figures.ts';
import { VerifyLedger } from './verify-ledger.ts';

/**
 * Decisions of moderators, each with a reason, a statement to the account it is about, and a line in the public ledger.
 *
 * Owns: decisions, decision_words, ledger_heads, ledger_marks, statements, decision_letters, reports, report_warnings,
 * appeals, queue_claims.
 * Appends: thread.changed, for the settings of a thread. Decisions call verbs of comments, recap and accounts, which
 * append their events, and are written in the same transaction.
 * Knows nothing of the sending of e-mails: it stores notices, which notifications sends.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Decision,
      DecisionWords,
      LedgerHead,
      LedgerMark,
      Statement,
      DecisionNotice,
      Report,
      ReportWarning,
      Appeal,
      QueueClaim,
    ]),
    AccountsModule,
    CommentsModule,
    ProgrammeModule,
    RecapModule,
    SessionsModule,
    ThreadsModule,
  ],
  controllers: [
    ModerationController,
    QueueController,
    RecapModerationController,
    ReportsController,
    TransparencyController,
  ],
  providers: [
    AppealDecision,
    ChangeThreadSettings,
    ClaimWords,
    ConfirmGuestReport,
    DecideAppeal,
    DecideOnComment,
    DecideOnNote,
    DecideOnRecap,
    DecideOnWords,
    DismissReport,
    DecisionNotices,
    HoldReported,
    Impartiality,
    JoinInModeration,
    JudgedWordsQueries,
    RepeatedDecisions,
    KeepPromises,
    LedgerQueries,
    MarkHeads,
    ModerationScopes,
    PublishedRules,
    QueueQueries,
    RecordAct,
    RecordDecision,
    ReportAsGuest,
    ReportWords,
    ReportLimits,
    ReportableWords,
    ReportersQueries,
    ReportsQueries,
    NotifyHoldsStopped,
    SanctionPersona,
    SanctionsQueries,
    SettleReports,
    StatementsQueries,
    TransparencyNumbersQueries,
    TransparencyReports,
    VerifyLedger,
    YearlyFigures,
  ],
  exports: [
    AppealDecision,
    ChangeThreadSettings,
    ClaimWords,
    DecideAppeal,
    DecideOnComment,
    DecideOnRecap,
    DecideOnWords,
    JudgedWordsQueries,
    RepeatedDecisions,
    DecideOnNote,
    DismissReport,
    DecisionNotices,
    LedgerQueries,
    MarkHeads,
    QueueQueries,
    ReportAsGuest,
    ReportWords,
    ReportsQueries,
    SanctionPersona,
    SanctionsQueries,
    StatementsQueries,
    TransparencyReports,
    VerifyLedger,
    YearlyFigures,
  ],
})
export class ModerationModule {
  constructor(repeatedAnswers: RepeatedAnswers, decideOnRecap: DecideOnRecap) {
    repeatedAnswers.register('moderated-recap', ({ params }) => decideOnRecap.read(params['id']!));
  }
}
