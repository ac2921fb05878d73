import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { FiguresModule } from '../figures/figures.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { AccountNotices } from './account-notices.ts';
import { ContractController } from './contract.controller.ts';
import { DeskRooms } from './desk-rooms.ts';
import { Leaving } from './leaving.ts';
import { LiveGateway } from './live.gateway.ts';
import { OtherNodes } from './other-nodes.ts';
import { Readership } from './readership.ts';
import { LiveThreads } from './live-threads.ts';
import { SlowReaders } from './slow-readers.ts';
import { SocketMessages } from './socket-messages.ts';
import { SocketSessions } from './socket-sessions.ts';

/**
 * Transport: receives signals and sends the transcript's own answers to sockets.
 *
 * Owns no table.
 * Appends nothing.
 * Knows nothing of the contents that it sends, and decides nothing.
 */
@Module({
  imports: [AccountsModule, FiguresModule, SessionsModule, ThreadsModule, TranscriptModule],
  controllers: [ContractController],
  providers: [
    Readership,
    AccountNotices,
    DeskRooms,
    Leaving,
    LiveGateway,
    LiveThreads,
    OtherNodes,
    SlowReaders,
    SocketMessages,
    SocketSessions,
  ],
})
export class LiveModule {}
