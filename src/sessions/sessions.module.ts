import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { DeclaredAccess } from '../platform/http/declared-access.ts';
import { LargeBodies } from '../platform/http/large-bodies.ts';
import { AuditRoutes } from './audit-routes.interceptor.ts';
import { AccessGuard } from './access.guard.ts';
import { Actors } from './actors.ts';
import { BeginGuest } from './begin-guest.ts';
import { BeginSession } from './begin-session.ts';
import { CodeSecrets } from './code-secrets.ts';
import { Confirmations } from './confirmations.ts';
import { Credentials } from './credentials.ts';
import { DeliverCodes } from './deliver-codes.ts';
import { ForgetSignIns } from './forget-sign-ins.ts';
import { GuestLimits } from './guest-limits.ts';
import { GuestsController } from './guests.controller.ts';
import { KnownBrowsers } from './known-browsers.ts';
import { Proofs } from './proofs.ts';
import { RedeemCode } from './redeem-code.ts';
import { SendCode } from './send-code.ts';
import { PressOnce } from './press-once.ts';
import { ReplayWrites } from './replay-writes.interceptor.ts';
import { ReadingLimits } from './reading-limits.ts';
import { LoginCode, Session, SpentProof, WriteKey, WrongCodes } from './session.entity.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsQueries } from './sessions.queries.ts';
import { SignIn } from './sign-in.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { TokenScopes } from './token-scopes.ts';
import { WriteLimits } from './write-limits.ts';
import { WrongCodesCount } from './wrong-codes-count.ts';

/**
 * Sign-in: codes by e-mail, sessions, and the one guard of all routes.
 *
 * Owns: login_codes, sessions, spent_proofs, write_keys, wrong_codes.
 * Appends nothing.
 * Knows nothing of what a code unlocks: modules whose guests confirm something by a code register with Confirmations.
 */
@Module({
  imports: [TypeOrmModule.forFeature([LoginCode, Session, SpentProof, WriteKey, WrongCodes]), AccountsModule],
  controllers: [SessionsController, GuestsController],
  providers: [
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ReplayWrites },
    { provide: APP_INTERCEPTOR, useClass: AuditRoutes },
    Actors,
    BeginGuest,
    BeginSession,
    CodeSecrets,
    Confirmations,
    Credentials,
    DeliverCodes,
    ForgetSignIns,
    GuestLimits,
    KnownBrowsers,
    Proofs,
    ReadingLimits,
    RedeemCode,
    SendCode,
    PressOnce,
    SessionsQueries,
    SignIn,
    SignInLimits,
    TokenScopes,
    WriteLimits,
    WrongCodesCount,
  ],
  exports: [
    PressOnce,
    Actors,
    BeginGuest,
    BeginSession,
    Confirmations,
    Credentials,
    KnownBrowsers,
    ReadingLimits,
    SendCode,
    SessionsQueries,
    SignIn,
    SignInLimits,
  ],
})
export class SessionsModule implements OnModuleInit {
  constructor(
    private readonly accessGuard: AccessGuard,
    private readonly declaredAccess: DeclaredAccess,
    private readonly largeBodies: LargeBodies,
  ) {}

  onModuleInit(): void {
    this.largeBodies.admitBy((request) => this.accessGuard.admit(request, this.declaredAccess.behind(request)));
  }
}
