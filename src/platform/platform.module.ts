import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CorrectedClock, Clock } from '../kernel/clock.ts';
import { Background } from './background.ts';
import { BuildId } from './build-id.ts';
import { Config } from './config/settings.ts';
import { DatabaseClock } from './database/database-clock.ts';
import { ScopeRegistry } from './http/access.ts';
import { AnswerFields } from './http/answer-fields.interceptor.ts';
import { DeclaredAccess } from './http/declared-access.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { LargeBodies } from './http/large-bodies.ts';
import { MovedPaths } from './http/moved-paths.ts';
import { FairEntrance } from './http/fair-entrance.ts';
import { FastRoutes } from './http/fast-routes.ts';
import { RepeatedAnswers } from './http/repeated-answers.ts';
import { RouteTable } from './http/route-table.ts';
import { UnmatchedRequests } from './http/unmatched-requests.ts';
import { CachedAnswers } from './http/cached-answers.ts';
import { Throttle } from './http/throttle.ts';
import { WriteSignal } from './http/write-signal.ts';
import { Log } from './logging/log.ts';
import { Messenger, NoMessenger, RedisMessenger } from './redis/messenger.ts';
import { RecurringTasks } from './recurring-tasks.ts';
import { ComposeEmail } from './mail/compose-email.ts';
import { dkimSignature } from './mail/dkim.ts';
import { EmailAddressing } from './mail/email-addressing.ts';
import { MailTransport, OutboxTransport, SmtpTransport } from './mail/mail.transport.ts';

/** The base of the application, made before it by the start or by a test. */
export interface AppOptions {
  config: Config;
  databaseUrl: string;
  /** Factor by which the database may take longer than for users: tests run beside other work. */
  databasePatience?: number;
  clock: CorrectedClock;
  build: BuildId;
}

/**
 * The set-up of the frameworks. Global, because every module uses it.
 *
 * Owns no table.
 * Appends nothing.
 * Knows nothing of the forum.
 */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, clock, build }: AppOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: CorrectedClock, useValue: clock },
        { provide: BuildId, useValue: build },
        // The first of all, so that it sees what repeated writes answer, too.
        { provide: APP_INTERCEPTOR, useClass: AnswerFields },
        { provide: Log, useFactory: () => new Log(config.get('LOG_LEVEL')) },
        EmailAddressing,
        {
          provide: MailTransport,
          inject: [Log, EmailAddressing],
          useFactory: (log: Log, emailAddressing: EmailAddressing) => {
            const [composeEmail, url] = [new ComposeEmail(emailAddressing), config.get('SMTP_URL')];
            return url === null
              ? new OutboxTransport(config, composeEmail, log, clock)
              : new SmtpTransport(url, composeEmail, log, dkimSignature(config, emailAddressing));
          },
        },
        {
          provide: Messenger,
          inject: [Log],
          useFactory: (log: Log) =>
            config.get('REDIS_URL') === null ? new NoMessenger() : new RedisMessenger(config.get('REDIS_URL')!, log),
        },
        ScopeRegistry,
        RepeatedAnswers,
        Background,
        ProblemFilter,
        LargeBodies,
        MovedPaths,
        FairEntrance,
        FastRoutes,
        CachedAnswers,
        DatabaseClock,
        DeclaredAccess,
        RouteTable,
        UnmatchedRequests,
        WriteSignal,
        RecurringTasks,
        Throttle,
      ],
      exports: [
        Config,
        Clock,
        BuildId,
        Log,
        EmailAddressing,
        MailTransport,
        Messenger,
        ScopeRegistry,
        RepeatedAnswers,
        Background,
        ProblemFilter,
        LargeBodies,
        MovedPaths,
        FairEntrance,
        FastRoutes,
        CachedAnswers,
        DatabaseClock,
        DeclaredAccess,
        WriteSignal,
        RecurringTasks,
        Throttle,
      ],
    };
  }
}
