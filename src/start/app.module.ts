import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { DeskModule } from '../desk/desk.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { FeedsModule } from '../feeds/feeds.module.ts';
import { FiguresModule } from '../figures/figures.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { InboundModule } from '../inbound/inbound.module.ts';
import { LiveModule } from '../live/live.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { OpsModule } from '../ops/ops.module.ts';
import { PagesModule } from '../pages/pages.module.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { PasskeysModule } from '../passkeys/passkeys.module.ts';
import { PlatformModule, type AppOptions } from '../platform/platform.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { QuestionsModule } from '../questions/questions.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';

/** All modules. */
@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(options),
        DatabaseModule.at(options.databaseUrl, options.databasePatience),
        ProgrammeModule,
        AccountsModule,
        SessionsModule,
        PasskeysModule,
        ThreadsModule,
        CommentsModule,
        QuestionsModule,
        ModerationModule,
        TranscriptModule,
        RecapModule,
        FiguresModule,
        LiveModule,
        DeskModule,
        NotificationsModule,
        InboundModule,
        FeedsModule,
        ImportsModule,
        ExportsModule,
        PagesModule,
        OpsModule,
      ],
    };
  }
}
