import { FormAddressPages } from './form-addresses.page.ts';
import { GuestCodesPages } from './reader/guest-codes.page.ts';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { FiguresModule } from '../figures/figures.module.ts';
import { InboundModule } from '../inbound/inbound.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { ProblemFilter } from '../platform/http/problem.filter.ts';
import { PasskeysModule } from '../passkeys/passkeys.module.ts';
import { OpsModule } from '../ops/ops.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { DeskModule } from '../desk/desk.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { QuestionsModule } from '../questions/questions.module.ts';
import { AboveThread } from './above-thread.ts';
import { ArchiveDrawing } from './archive-drawing.ts';
import { drawProblem } from './draw-problem.ts';
import { GuestEntrance } from './guest-entrance.ts';
import { BrandPages } from './brand/brand.page.ts';
import { CachedPages } from './cached-pages.ts';
import { IconPages } from './icons/icons.page.ts';
import { MODERATION_FORMS, MODERATION_PAGES } from './moderator/moderation-pages.module.ts';
import { RoomPages } from './reader/room.page.ts';
import { ConferenceOfPage } from './conference-of-page.ts';
import { KeptPages } from './kept-pages.ts';
import { TeamLinks } from './team-links.ts';
import { PageContexts } from './page-contexts.ts';
import { ORGANIZERS_PAGES, ORGANIZERS_PARTS } from './organizer/organizers-pages.module.ts';
import { PARTICIPANT_PAGES, PARTICIPANT_VIEWS } from './participant/participant-pages.module.ts';
import { Paths } from './paths.ts';
import { RecapViewsModule } from './recap-views.module.ts';
import { CommentChanges } from './reader/comment-changes.ts';
import { CommentFormsPages } from './reader/comment-forms.page.ts';
import { ConferencePages } from './reader/conference.page.ts';
import { ConferencesPages } from './reader/conferences.page.ts';
import { EmbedPages } from './reader/embed.page.ts';
import { FiguresPages } from './reader/figures.page.ts';
import { LedgerPages } from './reader/ledger.page.ts';
import { OembedPages } from './reader/oembed.page.ts';
import { PersonalView } from './reader/personal-view.ts';
import { PlainPages } from './reader/plain.page.ts';
import { PostingForm } from './reader/posting-form.ts';
import { ConferenceSections } from './reader/conference-sections.ts';
import { ProgrammeView } from './reader/programme-view.ts';
import { QuestionPageView } from './reader/question-view.ts';
import { QuestionPages } from './reader/question.page.ts';
import { AuthorPages } from './reader/author.page.ts';
import { BesideTalk } from './reader/beside-talk.ts';
import { RecapsPages } from './reader/recaps.page.ts';
import { RecapPages } from './reader/recap.page.ts';
import { RulesPages } from './reader/rules.page.ts';
import { SearchPages } from './reader/search.page.ts';
import { ShortAddressPages } from './reader/short-addresses.page.ts';
import { StagePages } from './reader/stage.page.ts';
import { ThreadAnswer } from './reader/thread-answer.ts';
import { ThreadDraft } from './reader/thread-draft.ts';
import { ThreadPageView } from './reader/thread-view.ts';
import { ThreadPages } from './reader/thread.page.ts';
import { PictureAnswers } from './sharing/picture-answers.ts';
import { PictureNames } from './sharing/picture-names.ts';
import { Pictures } from './sharing/picture.ts';
import { SharingPages } from './sharing/sharing.page.ts';
import { DeskCommentForms } from './speaker/desk-comment-forms.ts';
import { DeskForms } from './speaker/desk-forms.ts';
import { DeskNames } from './speaker/desk-names.ts';
import { DeskPages } from './speaker/desk.page.ts';
import { RecapEditorPages } from './speaker/recap-editor.page.ts';
import { TalkLinksPages } from './speaker/talk-links.page.ts';
import { StageView } from './stage-view.ts';
import { ThreadPlaces } from './thread-places.ts';
import { ThreadSubject } from './thread-subject.ts';

/**
 * The only module that draws: components of `web/` with the results of queries, and forms that call the API's verbs.
 * Pages without a session have the same bytes for all readers; no script is needed to read or to write.
 *
 * Owns no table.
 * Appends nothing itself: its forms call verbs of other modules.
 * Knows nothing of tables: it asks queries of other modules.
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
    FiguresModule,
    InboundModule,
    ModerationModule,
    TranscriptModule,
    RecapModule,
    RecapViewsModule,
    DeskModule,
    NotificationsModule,
    ExportsModule,
    ImportsModule,
    OpsModule,
  ],
  controllers: [
    ...MODERATION_PAGES,
    ...ORGANIZERS_PAGES,
    ...PARTICIPANT_PAGES,
    IconPages,
    BrandPages,
    CommentFormsPages,
    ConferencePages,
    ConferencesPages,
    EmbedPages,
    FormAddressPages,
    GuestCodesPages,
    FiguresPages,
    LedgerPages,
    OembedPages,
    PlainPages,
    QuestionPages,
    RecapPages,
    RecapsPages,
    AuthorPages,
    RulesPages,
    SearchPages,
    RoomPages,
    ShortAddressPages,
    StagePages,
    ThreadPages,
    SharingPages,
    DeskPages,
    RecapEditorPages,
    TalkLinksPages,
  ],
  providers: [
    ...MODERATION_FORMS,
    ...ORGANIZERS_PARTS,
    ...PARTICIPANT_VIEWS,
    GuestEntrance,
    AboveThread,
    ArchiveDrawing,
    BesideTalk,
    CommentChanges,
    DeskCommentForms,
    DeskForms,
    DeskNames,
    ConferenceOfPage,
    TeamLinks,
    PageContexts,
    CachedPages,
    KeptPages,
    Paths,
    PersonalView,
    PictureAnswers,
    PictureNames,
    Pictures,
    PostingForm,
    ConferenceSections,
    ProgrammeView,
    QuestionPageView,
    StageView,
    ThreadAnswer,
    ThreadDraft,
    ThreadPageView,
    ThreadPlaces,
    ThreadSubject,
  ],
})
export class PagesModule implements OnModuleInit {
  constructor(
    private readonly problemFilter: ProblemFilter,
    private readonly pageContexts: PageContexts,
  ) {}

  /** Refusals of pages are pages. */
  onModuleInit(): void {
    this.problemFilter.renderPagesWith({
      localeOf: (request) => this.pageContexts.localeOf(request),
      draw: (document, request) => drawProblem(this.pageContexts, document, request),
    });
  }
}
