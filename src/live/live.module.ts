import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { ContractController } from './contract.controller.ts';
import { LiveGateway } from './live.gateway.ts';
import { LiveThreads } from './live-threads.ts';
import { SocketSessions } from './socket-sessions.ts';

/** Transport: hears the bells and hands the transcript's own answers to whoever listens. Owns nothing, decides nothing. */
@Module({
  imports: [SessionsModule, ThreadsModule, TranscriptModule],
  controllers: [ContractController],
  providers: [LiveGateway, LiveThreads, SocketSessions],
})
export class LiveModule {}
