import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { SnakeCase } from './naming.ts';
import { PLANNING } from './pool-options.ts';
import { OpenTheBuilding1795392000000 } from '../../../migrations/1795392000000-open-the-building.ts';
import { TrustTheWriter1795490000000 } from '../../../migrations/1795490000000-trust-the-writer.ts';
import { FindWords1795500000000 } from '../../../migrations/1795500000000-find-words.ts';
import { LetSpeakersAnswer1795540000000 } from '../../../migrations/1795540000000-let-speakers-answer.ts';
import { MailAnswers1795545000000 } from '../../../migrations/1795545000000-mail-answers.ts';
import { LetPeopleLeave1795610000000 } from '../../../migrations/1795610000000-let-people-leave.ts';
import { KeepCodesLikeLetters1795620000000 } from '../../../migrations/1795620000000-keep-codes-like-letters.ts';
import { AddPasskeys1795621000000 } from '../../../migrations/1795621000000-add-passkeys.ts';
import { NameGrants1795630000000 } from '../../../migrations/1795630000000-name-grants.ts';
import { Announce1795630100000 } from '../../../migrations/1795630100000-announce.ts';
import { TellOnce1795630200000 } from '../../../migrations/1795630200000-tell-once.ts';
import { ExplainDecisions1795640000000 } from '../../../migrations/1795640000000-explain-decisions.ts';
import { KeepRules1795640100000 } from '../../../migrations/1795640100000-keep-rules.ts';
import { KeepRecaps1795650000000 } from '../../../migrations/1795650000000-keep-recaps.ts';
import { WriteOnceArchived1795651000000 } from '../../../migrations/1795651000000-write-once-archived.ts';
import { TakeInArchives1795652000000 } from '../../../migrations/1795652000000-take-in-archives.ts';
import { FindWhatWaits1795660000000 } from '../../../migrations/1795660000000-find-what-waits.ts';
import { EndLetters1795661000000 } from '../../../migrations/1795661000000-end-letters.ts';
import { ReadTheQueueInOrder1795662000000 } from '../../../migrations/1795662000000-read-the-queue-in-order.ts';
import { LookAtRecentNotices1795663000000 } from '../../../migrations/1795663000000-look-at-recent-notices.ts';
import { KeepSecretsOfTheForum1795701000000 } from '../../../migrations/1795701000000-keep-secrets-of-the-forum.ts';
import { SealStoredAnswers1795704000000 } from '../../../migrations/1795704000000-seal-stored-answers.ts';
import { HideNotes1795704100000 } from '../../../migrations/1795704100000-hide-notes.ts';
import { KnowWhoInvites1795704200000 } from '../../../migrations/1795704200000-know-who-invites.ts';
import { MakeDepartures1795705000000 } from '../../../migrations/1795705000000-make-departures.ts';
import { MakeBadges1795705100000 } from '../../../migrations/1795705100000-make-badges.ts';
import { CountMailboxesOnce1795706000000 } from '../../../migrations/1795706000000-count-mailboxes-once.ts';
import { CollectEmailsOfOneKind1795706500000 } from '../../../migrations/1795706500000-collect-emails-of-one-kind.ts';
import { CountTriesByAsker1795707000000 } from '../../../migrations/1795707000000-count-tries-by-asker.ts';
import { MailAboutPasskeys1795707100000 } from '../../../migrations/1795707100000-mail-about-passkeys.ts';
import { NoteDueThreadUpdates1795708000000 } from '../../../migrations/1795708000000-note-due-thread-updates.ts';
import { VersionCommentWords1795709000000 } from '../../../migrations/1795709000000-version-comment-words.ts';
import { ReturnGuestComments1795709100000 } from '../../../migrations/1795709100000-return-guest-comments.ts';
import { KeepWhatProgrammesSay1795712000000 } from '../../../migrations/1795712000000-keep-what-programmes-say.ts';
import { SendInvitationsAgain1795713000000 } from '../../../migrations/1795713000000-send-invitations-again.ts';
import { KeepWhyThreadsAreLocked1795714000000 } from '../../../migrations/1795714000000-keep-why-threads-are-locked.ts';
import { MakeApiTokens1795715500000 } from '../../../migrations/1795715500000-make-api-tokens.ts';
import { RememberNoteAuthors1795716500000 } from '../../../migrations/1795716500000-remember-note-authors.ts';
import { ShortenAddresses1795720000000 } from '../../../migrations/1795720000000-shorten-addresses.ts';
import { CountShortAddresses1795720100000 } from '../../../migrations/1795720100000-count-short-addresses.ts';
import { LetGuestsTakePart1795722000000 } from '../../../migrations/1795722000000-let-guests-take-part.ts';
import { KeepImagesOfBrands1795810000000 } from '../../../migrations/1795810000000-keep-images-of-brands.ts';
import { MakeRecaps1795820000000 } from '../../../migrations/1795820000000-make-recaps.ts';
import { FindMergedQuestions1795831000000 } from '../../../migrations/1795831000000-find-merged-questions.ts';
import { DescribeAuthors1795832000000 } from '../../../migrations/1795832000000-describe-authors.ts';
import { ModerateRecaps1795833000000 } from '../../../migrations/1795833000000-moderate-recaps.ts';
import { TellHowInvitationsFare1795840000000 } from '../../../migrations/1795840000000-tell-how-invitations-fare.ts';
import { RememberRooms1795841000000 } from '../../../migrations/1795841000000-remember-rooms.ts';
import { FindWordsOfEarlierRules1795851000000 } from '../../../migrations/1795851000000-find-words-of-earlier-rules.ts';
import { AddRecapEditionToTalks1795853000000 } from '../../../migrations/1795853000000-add-recap-edition-to-talks.ts';
import { KeepAddressesOfSpeakers1795860000000 } from '../../../migrations/1795860000000-keep-addresses-of-speakers.ts';
import { KeepImports1795861000000 } from '../../../migrations/1795861000000-keep-imports.ts';
import { RememberSheets1795862000000 } from '../../../migrations/1795862000000-remember-sheets.ts';
import { SendInvitationsOnce1795870000000 } from '../../../migrations/1795870000000-send-invitations-once.ts';
import { TellModeratorsWhatWaits1795871000000 } from '../../../migrations/1795871000000-tell-moderators-what-waits.ts';
import { FindSlotsOfARoom1795880000000 } from '../../../migrations/1795880000000-find-slots-of-a-room.ts';
import { AddConferenceToCodes1795881000000 } from '../../../migrations/1795881000000-add-conference-to-codes.ts';
import { TakeRepliesByEmail1795885000000 } from '../../../migrations/1795885000000-take-replies-by-email.ts';
import { MakeEmailNotices1795890000000 } from '../../../migrations/1795890000000-make-email-notices.ts';
import { LetOlderNodesInvite1795899000000 } from '../../../migrations/1795899000000-let-older-nodes-invite.ts';
import { KeepFilesOfProgrammes1796000200000 } from '../../../migrations/1796000200000-keep-files-of-programmes.ts';
import { KeepSumsOfFigures1796000400000 } from '../../../migrations/1796000400000-keep-sums-of-figures.ts';
import { NoteThreadsOfArchives1796000410000 } from '../../../migrations/1796000410000-note-threads-of-archives.ts';
import { KeepAuthorLines1796000500000 } from '../../../migrations/1796000500000-keep-author-lines.ts';
import { AddLinksToNotices1796000600000 } from '../../../migrations/1796000600000-add-links-to-notices.ts';
import { OwnWaitingFiles1796000610000 } from '../../../migrations/1796000610000-own-waiting-files.ts';
import { ReadMailboxesOnce1796000620000 } from '../../../migrations/1796000620000-read-mailboxes-once.ts';
import { FindWhatRefersToThreads1796000900000 } from '../../../migrations/1796000900000-find-what-refers-to-threads.ts';
import { NoteRefusedEmails1796001026000 } from '../../../migrations/1796001026000-note-refused-emails.ts';
import { KeepFilesForAConference1796001041000 } from '../../../migrations/1796001041000-keep-files-for-a-conference.ts';

/** All migrations in order. A landed one is never edited. */
export const MIGRATIONS = [
  OpenTheBuilding1795392000000,
  TrustTheWriter1795490000000,
  FindWords1795500000000,
  LetSpeakersAnswer1795540000000,
  MailAnswers1795545000000,
  LetPeopleLeave1795610000000,
  KeepCodesLikeLetters1795620000000,
  AddPasskeys1795621000000,
  NameGrants1795630000000,
  Announce1795630100000,
  TellOnce1795630200000,
  ExplainDecisions1795640000000,
  KeepRules1795640100000,
  KeepRecaps1795650000000,
  WriteOnceArchived1795651000000,
  TakeInArchives1795652000000,
  FindWhatWaits1795660000000,
  EndLetters1795661000000,
  ReadTheQueueInOrder1795662000000,
  LookAtRecentNotices1795663000000,
  KeepSecretsOfTheForum1795701000000,
  SealStoredAnswers1795704000000,
  HideNotes1795704100000,
  KnowWhoInvites1795704200000,
  MakeDepartures1795705000000,
  MakeBadges1795705100000,
  CountMailboxesOnce1795706000000,
  CollectEmailsOfOneKind1795706500000,
  CountTriesByAsker1795707000000,
  MailAboutPasskeys1795707100000,
  NoteDueThreadUpdates1795708000000,
  VersionCommentWords1795709000000,
  ReturnGuestComments1795709100000,
  KeepWhatProgrammesSay1795712000000,
  SendInvitationsAgain1795713000000,
  KeepWhyThreadsAreLocked1795714000000,
  MakeApiTokens1795715500000,
  RememberNoteAuthors1795716500000,
  ShortenAddresses1795720000000,
  CountShortAddresses1795720100000,
  LetGuestsTakePart1795722000000,
  KeepImagesOfBrands1795810000000,
  MakeRecaps1795820000000,
  FindMergedQuestions1795831000000,
  DescribeAuthors1795832000000,
  ModerateRecaps1795833000000,
  TellHowInvitationsFare1795840000000,
  RememberRooms1795841000000,
  FindWordsOfEarlierRules1795851000000,
  AddRecapEditionToTalks1795853000000,
  KeepAddressesOfSpeakers1795860000000,
  KeepImports1795861000000,
  RememberSheets1795862000000,
  SendInvitationsOnce1795870000000,
  TellModeratorsWhatWaits1795871000000,
  FindSlotsOfARoom1795880000000,
  AddConferenceToCodes1795881000000,
  TakeRepliesByEmail1795885000000,
  MakeEmailNotices1795890000000,
  LetOlderNodesInvite1795899000000,
  KeepFilesOfProgrammes1796000200000,
  KeepSumsOfFigures1796000400000,
  NoteThreadsOfArchives1796000410000,
  KeepAuthorLines1796000500000,
  AddLinksToNotices1796000600000,
  OwnWaitingFiles1796000610000,
  ReadMailboxesOnce1796000620000,
  FindWhatRefersToThreads1796000900000,
  NoteRefusedEmails1796001026000,
  KeepFilesForAConference1796001041000,
];

/** A date stays a text (YYYY-MM-DD), because a Date would shift it by the machine's time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Limits of a writing session, in milliseconds: longest wait for a lock, longest statement, longest idle transaction.
 * `patience` multiplies them.
 */
const writeLimits = (patience: number): object => ({
  lock_timeout: 2_000 * patience,
  statement_timeout: 3_000 * patience,
  idle_in_transaction_session_timeout: 2_000 * patience,
  connectionTimeoutMillis: 2_000 * patience,
  query_timeout: 4_000 * patience,
  keepAlive: true,
  options: PLANNING,
  // Statements that do not wait for one another are sent together.
  pipeline: true,
});

export function dataSourceOptions(
  url: string,
  entities: MixedList<string | (abstract new () => unknown)> = [],
  patience = 1,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as DataSourceOptions['entities'],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    poolSize: 8,
    applicationName: 'aftertalk',
    extra: writeLimits(patience),
  };
}

/** A data source for migrations, without a limit on the duration of a statement. */
export const migrationSource = (url: string): DataSource =>
  new DataSource({ ...dataSourceOptions(url), poolSize: 2, extra: {} } as DataSourceOptions);
