import { Injectable } from '@nestjs/common';
import { addressRequired } from '../accounts/accounts.problems.ts';
import { badgesOn } from '../accounts/badge.policy.ts';
import type { Persona } from '../accounts/persona.entity.ts';
import { ParticipantsQueries, type Participant } from '../accounts/participants.queries.ts';
import { choosePersona } from '../accounts/personas.queries.ts';
import { refuseSanctioned } from '../accounts/standings.queries.ts';
import { screen } from '../comments/screen.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { isSeen } from '../kernel/visible-text.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { closingOf } from '../programme/conference.policy.ts';
import { conferenceArchived } from './recap.problems.ts';
import { pieceAsHtml, piecesOf, topLevelOf } from './recap-text.ts';
import type { NewVersion } from './save-version.ts';

/** The known facts of the account that writes a recap. */
export interface AuthorFacts {
  readonly participant: Participant;
  /** Whether something it said in the conference was ever public. */
  readonly isApproved: boolean;
}

/** A recap about to be saved, and under which persona; null for the account's only one. */
export interface JudgedRecap {
  readonly version: NewVersion;
  readonly personaId: string | null;
  readonly conference: Conference;
  readonly now: Date;
}

/**
 * The persona that speaks, the badges that it shows, and the reason why the text waits for a moderator; null where it
 * does not.
 */
export interface RecapJudgement {
  readonly persona: Persona;
  readonly roles: string[];
  readonly heldBecause: string | null;
}

/** Reads who writes a recap. */
@Injectable()
export class RecapAuthors {
  constructor(private readonly participantsQueries: ParticipantsQueries) {}

  async read(tx: Queryable, accountId: string, conferenceId: string): Promise<AuthorFacts> {
    const [participants, rows] = await Promise.all([
      this.participantsQueries.lookup(tx, [accountId]),
      tx.query<{ isApproved: boolean }>(
        `select exists (
           select from personas p
           where p.account_id = $1
             and p.conference_id = $2
             and (
               exists (select from comments m where m.persona_id = p.id and m.seq is not null)
               or exists (select from recaps r where r.persona_id = p.id and r.published_at is not null)
             )
         ) "isApproved"`,
        [accountId, conferenceId],
      ),
    ]);
    return { participant: participants(accountId, conferenceId), isApproved: rows[0]!.isApproved };
  }
}

/** The roles that a persona shows under a recap: those in the conference, and in the talks of which it speaks. */
export const rolesUnder = (personaId: string, participant: Participant, talkIds: readonly string[]): string[] => [
  ...new Set([null, ...talkIds].flatMap((talkId) => badgesOn(personaId, participant, talkId))),
];

/**
 * Judges a recap as a comment is judged. Throws `persona-required`, `persona-choice-required`, `not-found` (the
 * persona), `address-required` (a guest), `account-suspended`, `account-muted`, `conference-archived`,
 * `invalid-request` (nothing to publish).
 */
export function judgeRecap({ version, personaId, conference, now }: JudgedRecap, author: AuthorFacts): RecapJudgement {
  const { participant, isApproved } = author;
  const persona = choosePersona(participant.personas, personaId);
  if (participant.isGuest) throw addressRequired();
  refuseSanctioned(participant.sanctions);
  if (now >= closingOf(conference).archivedAt) throw conferenceArchived();
  const roles = rolesUnder(persona.id, participant, version.talkIds);
  if (!version.isPublished) return { persona, roles, heldBecause: null };
  if (!isSeen(version.markdown) && version.items.length === 0)
    throw invalidRequest([{ pointer: '#/markdown', detail: 'Write something that can be seen.' }]);
  const heldBecause = screen({
    mode: conference.settings.screening,
    isTrusted: roles.length > 0,
    isApproved,
    holdsGuest: false,
    isWatched: participant.isWatched,
    html: htmlOf(version),
    source: `${version.title ?? ''}\n${version.markdown}`,
    wordLists: conference.settings.wordLists ?? {},
  });
  return { persona, roles, heldBecause };
}

/** The writer's own words; cards of talks are no links of theirs. */
function htmlOf({ markdown, items }: NewVersion): string {
  const top = topLevelOf(markdown);
  return piecesOf(markdown, { items: items.length, isTalk: () => true })
    .map((piece) => ('text' in piece ? pieceAsHtml(piece.text, top) : ''))
    .join('\n');
}
