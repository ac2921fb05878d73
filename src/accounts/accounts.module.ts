import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeRegistry } from '../platform/http/access.ts';
import { RepeatedAnswers } from '../platform/http/repeated-answers.ts';
import { Config } from '../platform/config/settings.ts';
import { Account, Grant, Invitation, Standing } from './account.entity.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokensController } from './api-tokens.controller.ts';
import { ApiTokensQueries } from './api-tokens.queries.ts';
import { Audit } from './audit.ts';
import { AuditController } from './audit.controller.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import { EmailReturn } from './email-return.entity.ts';
import { AccountNotice } from './account-notice.entity.ts';
import { AddOrganizer } from './add-organizer.ts';
import { AddressDesk } from './address-desk.ts';
import { ChangeMe } from './change-me.ts';
import { ClaimEmails } from './claim-emails.ts';
import { EmailSetting } from './email-setting.entity.ts';
import { WriteEmailSettings } from './write-email-settings.ts';
import { EndApiTokens } from './end-api-tokens.ts';
import { EndInvitations } from './end-invitations.ts';
import { UnsubscribeLinks } from './unsubscribe-links.ts';
import { Badge } from './badge.entity.ts';
import { BadgeChoices } from './badge-choices.queries.ts';
import { GiveBadge } from './give-badge.ts';
import { ForumSecret } from './forum-secret.entity.ts';
import { ForumSecrets } from './forum-secrets.ts';
import { GrantChanges } from './grant-changes.ts';
import { GrantsController } from './grants.controller.ts';
import { HeldKeys } from './held-keys.ts';
import { KeyHolder } from './key-holder.entity.ts';
import { ProgrammeNames } from './programme-names.ts';
import { ReservedNames } from './reserved-names.ts';
import { RotateKeys } from './rotate-keys.ts';
import { GrantsQueries } from './grants.queries.ts';
import { InvitationText } from './invitation-text.ts';
import { OpenInvitations } from './open-invitations.queries.ts';
import { InvitePeople } from './invite-people.ts';
import { InvitationsController } from './invitations.controller.ts';
import { ForgetInvitedAddresses } from './forget-invited-addresses.ts';
import { InvitationEmail, MailedInvitation } from './invitation-email.entity.ts';
import { InviteSpeakers } from './invite-speakers.ts';
import { GiveSpeakerAddresses } from './give-speaker-addresses.ts';
import { QueueInvitationEmails } from './queue-invitation-emails.ts';
import { SendInvitations } from './send-invitations.ts';
import { InvitedSpeakers } from './invited-speakers.queries.ts';
import { SpeakersController } from './speakers.controller.ts';
import { SpeakerInvitationLinks } from './speaker-invitation-links.ts';
import { InventPersona } from './invent-persona.ts';
import { Invite } from './invite.ts';
import { MailInvitations } from './mail-invitations.ts';
import { JoinAccounts } from './join-accounts.ts';
import { MakeApiToken } from './make-api-token.ts';
import { MakeGuest } from './make-guest.ts';
import { MeController } from './me.controller.ts';
import { MeQueries } from './me.queries.ts';
import { Persona, PersonaChange } from './persona.entity.ts';
import { Notices } from './notices.ts';
import { ParticipantsQueries } from './participants.queries.ts';
import { PeopleQueries } from './people.queries.ts';
import { PersonasQueries } from './personas.queries.ts';
import { ReturnedEmails } from './returned-emails.ts';
import { RevokeGrant } from './revoke-grant.ts';
import { SpeakerAddress } from './speaker-address.entity.ts';
import { SpeakerAddresses } from './speaker-addresses.ts';
import { SpeakerLinks } from './speaker-links.ts';
import { SpeakerNames } from './speaker-names.ts';
import { readKeys } from './private/keys.ts';
import { Vault } from './private/vault.ts';
import { SpeakingAs } from './speaking-as.queries.ts';
import { StandingsQueries } from './standings.queries.ts';
import { TeamQueries } from './team.queries.ts';
import { WritePersona } from './write-persona.ts';
import { WriteStanding } from './write-standing.ts';

/**
 * Accounts, their personas, and the rights of each.
 *
 * Owns: accounts, personas, persona_changes, grants, badges, standings, invitations, invitation_emails,
 * invitations_mailed, speaker_addresses, account_notices, email_settings, email_returns, api_tokens, audit_entries,
 * key_holders, forum_secrets.
 * Appends nothing: comments and recap append what a changed persona changes in their threads.
 * Knows nothing of threads and sessions.
 *
 * `private/` alone knows addresses; other modules hand them in at the AddressDesk and get them sealed.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Account,
      ApiToken,
      Badge,
      Grant,
      Standing,
      Invitation,
      InvitationEmail,
      MailedInvitation,
      Persona,
      PersonaChange,
      AccountNotice,
      EmailSetting,
      AuditEntry,
      EmailReturn,
      KeyHolder,
      ForumSecret,
      SpeakerAddress,
    ]),
  ],
  controllers: [
    MeController,
    ApiTokensController,
    InvitationsController,
    SpeakersController,
    GrantsController,
    AuditController,
  ],
  providers: [
    {
      provide: Vault,
      inject: [Config],
      useFactory: async (config: Config) =>
        new Vault(await readKeys(config.get('SECRET_KEYS'), config.get('DATA_DIR'))),
    },
    AddOrganizer,
    AddressDesk,
    ApiTokensQueries,
    Audit,
    BadgeChoices,
    ChangeMe,
    ClaimEmails,
    EndApiTokens,
    EndInvitations,
    UnsubscribeLinks,
    ForumSecrets,
    GiveBadge,
    GrantChanges,
    GrantsQueries,
    HeldKeys,
    InvitationText,
    InventPersona,
    Invite,
    InvitePeople,
    OpenInvitations,
    JoinAccounts,
    ForgetInvitedAddresses,
    GiveSpeakerAddresses,
    InvitedSpeakers,
    InviteSpeakers,
    MailInvitations,
    QueueInvitationEmails,
    SendInvitations,
    SpeakerInvitationLinks,
    MakeApiToken,
    MakeGuest,
    MeQueries,
    Notices,
    ParticipantsQueries,
    PeopleQueries,
    PersonasQueries,
    ProgrammeNames,
    ReservedNames,
    ReturnedEmails,
    RevokeGrant,
    RotateKeys,
    SpeakerAddresses,
    SpeakerLinks,
    SpeakerNames,
    SpeakingAs,
    StandingsQueries,
    TeamQueries,
    WriteEmailSettings,
    WritePersona,
    WriteStanding,
  ],
  exports: [
    AddressDesk,
    ApiTokensQueries,
    Audit,
    BadgeChoices,
    ChangeMe,
    ClaimEmails,
    EndApiTokens,
    UnsubscribeLinks,
    ForumSecrets,
    GrantChanges,
    GrantsQueries,
    HeldKeys,
    InvitationText,
    InventPersona,
    GiveSpeakerAddresses,
    Invite,
    InvitedSpeakers,
    InvitePeople,
    InviteSpeakers,
    OpenInvitations,
    JoinAccounts,
    MakeApiToken,
    MakeGuest,
    MeQueries,
    Notices,
    ParticipantsQueries,
    PeopleQueries,
    PersonasQueries,
    ProgrammeNames,
    ReservedNames,
    ReturnedEmails,
    RevokeGrant,
    RotateKeys,
    SpeakerAddresses,
    SpeakerLinks,
    SpeakingAs,
    StandingsQueries,
    TeamQueries,
    WriteEmailSettings,
    WritePersona,
    WriteStanding,
  ],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly scopeRegistry: ScopeRegistry,
    private readonly grantsQueries: GrantsQueries,
    private readonly repeatedAnswers: RepeatedAnswers,
    private readonly meQueries: MeQueries,
  ) {}

  onModuleInit(): void {
    this.scopeRegistry.register('grant', (key) => this.grantsQueries.conferenceOf(key), { isHidden: async () => true });
    this.repeatedAnswers.register('me', ({ accountId }) => this.meQueries.get(accountId));
  }
}
