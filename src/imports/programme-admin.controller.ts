import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { List } from '../kernel/cursor.ts';
import type { Precondition } from '../kernel/precondition.ts';
import {
  Actor,
  AuditsItself,
  conferenceIn,
  everywhere,
  For,
  talkIn,
  TokensWith,
  type ActorInSession,
} from '../platform/http/access.ts';
import { talkVersion, toTalkView, type TalkView } from '../programme/talk.view.ts';
import { CreatedAt } from '../platform/http/created-at.ts';
import { editTag, IfMatch } from '../platform/http/edit-tags.ts';
import type { FollowProgress } from '../threads/due-thread-updates.ts';
import type { ThreadView } from '../threads/thread.view.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { ConferenceChangeRequest, ConferenceRequest, ThreadRequest } from '../programme/programme.requests.ts';
import { TalkChangeRequest, TalkRequest } from '../programme/talk.requests.ts';
import { ImportAnswerRequest } from './imports.requests.ts';
import { conferenceVersion } from '../programme/write-conference.ts';
import { AnswerImportQuestion } from './answer-import-question.ts';
import { ImportQuestions, type ImportQuestionView } from './import-questions.ts';
import { RemoveConference } from './remove-conference.ts';
import { ManageProgramme } from './manage-programme.ts';

@ApiTags('organizers')
@Controller('api/v1/admin')
export class ProgrammeAdminController {
  constructor(
    private readonly manageProgramme: ManageProgramme,
    private readonly importQuestions: ImportQuestions,
    private readonly answerImportQuestion: AnswerImportQuestion,
    private readonly programmeListing: ProgrammeListing,
    private readonly removeConference: RemoveConference,
  ) {}

  /** Creates a conference. */
  @Post('conferences')
  @TokensWith(null)
  @CreatedAt('/api/v1/conferences/:id')
  @For('organizer', everywhere)
  async createConference(@Body() body: ConferenceRequest): Promise<ConferenceView> {
    return this.programmeListing.conference((await this.manageProgramme.createConference(body)).id);
  }

  /** Changes a conference. What is left out stays, also within `settings`. */
  @Patch('conferences/:conference')
  @For('organizer', conferenceIn('conference'))
  async changeConference(
    @Param('conference') key: string,
    @Body() body: ConferenceChangeRequest,
    @IfMatch() precondition: Precondition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConferenceView> {
    const changed = await this.manageProgramme.changeConference(key, body, precondition);
    void reply.header('etag', editTag(conferenceVersion(changed)));
    return this.programmeListing.conference(changed.id);
  }

  /** Removes a conference with everything in it: the demo, or one in which nobody has written. */
  @Delete('conferences/:conference')
  @HttpCode(204)
  @TokensWith(null)
  @AuditsItself()
  @For('organizer', conferenceIn('conference'))
  delete(@Param('conference') key: string, @Actor() { accountId }: ActorInSession): Promise<void> {
    return this.removeConference.remove(key, accountId);
  }

  /** Reads how far the last change of the conference has reached its threads. A large one takes some seconds. */
  @Get('conferences/:conference/progress')
  @For('organizer', conferenceIn('conference'))
  progress(@Param('conference') key: string): Promise<FollowProgress> {
    return this.manageProgramme.progress(key);
  }

  /** Adds a talk to the programme, with its thread. */
  @Post('conferences/:conference/talks')
  @CreatedAt('/api/v1/talks/:id')
  @For('organizer', conferenceIn('conference'))
  async createTalk(@Param('conference') key: string, @Body() body: TalkRequest): Promise<TalkView> {
    return toTalkView(await this.manageProgramme.createTalk(key, body));
  }

  /** Changes a talk. What is left out stays. */
  @Patch('talks/:id')
  @For('organizer', talkIn('id'))
  async changeTalk(
    @Param('id') id: string,
    @Body() body: TalkChangeRequest,
    @IfMatch() precondition: Precondition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TalkView> {
    const changed = await this.manageProgramme.changeTalk(id, body, precondition);
    void reply.header('etag', editTag(talkVersion(changed)));
    return toTalkView(changed);
  }

  /** Opens a thread without a talk, a hallway. */
  @Post('conferences/:conference/threads')
  @CreatedAt('/api/v1/threads/:id')
  @For('organizer', conferenceIn('conference'))
  async openThread(@Param('conference') key: string, @Body() body: ThreadRequest): Promise<ThreadView> {
    return this.programmeListing.thread(await this.manageProgramme.openThread(key, body));
  }

  /** Lists what imports left to the organizers: unanswered first, 200 at most. */
  @Get('conferences/:conference/import-questions')
  @For('organizer', conferenceIn('conference'))
  async listImportQuestions(@Param('conference') key: string): Promise<List<ImportQuestionView>> {
    const { id } = await this.programmeListing.conference(key);
    return { items: await this.importQuestions.list(id), next: null };
  }

  /** Answers a question of an import. It is done at once, and later imports keep to it. */
  @Post('conferences/:conference/import-questions/:id/answer')
  @HttpCode(204)
  @For('organizer', conferenceIn('conference'))
  async answerQuestion(
    @Param('conference') key: string,
    @Param('id') id: string,
    @Body() { answer }: ImportAnswerRequest,
  ): Promise<void> {
    await this.answerImportQuestion.answer(key, id, answer);
  }
}
