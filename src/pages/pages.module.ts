import { Module, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemPage } from '../../web/pages/problem-page.tsx';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import type { ProblemDocument } from '../platform/http/problem-document.ts';
import { ProblemFilter } from '../platform/http/problem.filter.ts';
import { PasskeysModule } from '../passkeys/passkeys.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { DeskModule } from '../desk/desk.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { QuestionsModule } from '../questions/questions.module.ts';
import { ArchiveDrawing } from './archive-drawing.ts';
import { AtTheDesk } from './speaker/desk-forms.ts';
import { AtTheQueue } from './moderator/queue-forms.ts';
import { ConductPages } from './organizer/conduct.page.ts';
import { ModerationPages } from './reader/moderation.page.ts';
import { QueuePages } from './moderator/queue.page.ts';
import { DeskPages } from './speaker/desk.page.ts';
import { Forms } from './forms.ts';
import { Frames, placeOf } from './page-context.ts';
import { KeptPages } from './kept-pages.ts';
import { LeavingPages } from './participant/leaving.page.ts';
import { MePages } from './participant/me.page.ts';
import { OrganizePages } from './organizer/organize.page.ts';
import { Paths } from './paths.ts';
import { EmbedPages } from './reader/embed.page.ts';
import { EmbeddingPages } from './organizer/embedding.page.ts';
import { EndLettersPages } from './participant/end-letters.page.ts';
import { PictureAnswers } from './sharing/picture-answers.ts';
import { PictureNames } from './sharing/picture-names.ts';
import { Pictures } from './sharing/picture.ts';
import { PlainPages } from './reader/plain.page.ts';
import { ProgrammePages } from './reader/programme.page.ts';
import { ProgrammeView } from './reader/programme-view.ts';
import { QuestionPages } from './reader/question.page.ts';
import { RecapEditorPages } from './speaker/recap-editor.page.ts';
import { RecapPages } from './reader/recap.page.ts';
import { RecapPageView } from './reader/recap-view.ts';
import { refusedForm } from './refused-form.ts';
import { render } from './render.ts';
import { SharingPages } from './sharing/sharing.page.ts';
import { SignInPages } from './participant/sign-in.page.ts';
import { StagePages } from './reader/stage.page.ts';
import { TakingPart } from './reader/thread-forms.ts';
import { ThreadPages } from './reader/thread.page.ts';
import { ThreadPageView } from './thread-view.ts';

/**
 * The only room that draws: components of `web/` with what queries answer, and forms that call the verbs the API calls.
 * Owns no table. Pages without a session are the same bytes for everybody; a script is never needed to read or to
 * write.
 */
@Module({
  imports: [
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
    DeskModule,
    NotificationsModule,
    ExportsModule,
    ImportsModule,
  ],
  controllers: [
    ProgrammePages,
    ThreadPages,
    QuestionPages,
    DeskPages,
    StagePages,
    SignInPages,
    MePages,
    LeavingPages,
    OrganizePages,
    QueuePages,
    ConductPages,
    ModerationPages,
    RecapPages,
    RecapEditorPages,
    PlainPages,
    EndLettersPages,
    EmbedPages,
    EmbeddingPages,
    SharingPages,
  ],
  providers: [
    ArchiveDrawing,
    AtTheDesk,
    AtTheQueue,
    Forms,
    Frames,
    KeptPages,
    Paths,
    PictureAnswers,
    PictureNames,
    Pictures,
    ProgrammeView,
    RecapPageView,
    TakingPart,
    ThreadPageView,
  ],
})
export class PagesModule implements OnModuleInit {
  constructor(
    private readonly problemFilter: ProblemFilter,
    private readonly frames: Frames,
  ) {}

  /** Refusals are pages for whoever looks at pages. */
  onModuleInit(): void {
    this.problemFilter.renderPagesWith({
      localeOf: (request) => this.frames.localeOf(request),
      draw: (document: ProblemDocument, request: FastifyRequest) =>
        render(ProblemPage, {
          frame: {
            ...this.frames.of(request, { title: document.title, kind: 'problem', isSignedIn: false }),
            here: placeOf(request),
          },
          document,
          form: refusedForm(document, request),
        }),
    });
  }
}
