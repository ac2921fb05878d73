import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AddPasskey } from './add-passkey.ts';
import { Challenges } from './challenges.ts';
import { EnterByPasskey } from './enter-by-passkey.ts';
import { Passkey, PasskeyChallenge } from './passkey.entity.ts';
import { PasskeysController } from './passkeys.controller.ts';
import { RemovePasskey } from './remove-passkey.ts';
import { PasskeysQueries } from './passkeys.queries.ts';

/**
 * Passkeys (WebAuthn Level 3): signing in by a device's key instead of an e-mail, recommended to organizers.
 *
 * Owns: passkeys, passkey_challenges.
 * Appends nothing.
 * Knows nothing of codes: a passkey is added after a fresh sign-in of any kind.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Passkey, PasskeyChallenge]), AccountsModule, SessionsModule],
  controllers: [PasskeysController],
  providers: [AddPasskey, Challenges, EnterByPasskey, PasskeysQueries, RemovePasskey],
  exports: [PasskeysQueries, RemovePasskey],
})
export class PasskeysModule {}
