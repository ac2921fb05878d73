import { Injectable } from '@nestjs/common';
import type { Problem } from '../kernel/problem.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { DecisionKind } from './decision.entity.ts';
import { concernsPerson, partialityOf, type Matter } from './impartiality.policy.ts';
import { appealOwnDecision, decisionOwn } from './moderation.problems.ts';

/** The subject of a decision, if it can be an account's. */
export interface DecisionSubject {
  commentId?: string | null | undefined;
  recapId?: string | null | undefined;
  personaId?: string | null | undefined;
  conferenceId: string;
  /** The account it is about, where the caller knows it. */
  about?: string | null | undefined;
}

interface DecisionAttempt extends DecisionSubject {
  actorId: string | null;
  kind: DecisionKind;
  /** The appeal it decides; the appeal itself has checked who may. */
  appealId?: string | null | undefined;
}

/**
 * SQL: the accounts with a part in an appeal about the decisions matched by `about`. A waiting appeal binds all of
 * them; a decided one binds those who decided, until there is something new (`since`).
 */
const partiesWhere = (about: string, since: string): string => `
  select first.actor_account_id id from appeals a
  join decisions first on first.id = a.decision_id
  where ${about} and (a.outcome is null or a.decided_at > ${since})
  union
  select a.account_id from appeals a
  join decisions first on first.id = a.decision_id
  where ${about} and a.outcome is null
  union
  select second.actor_account_id from appeals a
  join decisions first on first.id = a.decision_id
  join decisions second on second.appeal_id = a.id
  where ${about} and a.decided_at > ${since}`;

/** A comment and the note beside it are two matters. */
const PARTIES_OF_WORDS = partiesWhere(
  `first.comment_id = $1 and (first.kind = 'withhold-note') = $2`,
  `coalesce((select m.edited_at from comments m where m.id = $1), '-infinity')`,
);

/** A recap is a new matter once its author has published another version. */
const PARTIES_OF_RECAP = partiesWhere(
  'first.recap_id = $1',
  `coalesce(
     (select max(v.saved_at) from recap_versions v where v.recap_id = $1 and v.is_published and v.version > 1),
     '-infinity'
   )`,
);

/** A sanction is a new matter once the account has posted since. */
const PARTIES_OF_STANDING = partiesWhere(
  `first.conference_id = $2
     and first.kind in ('mute', 'suspend')
     and first.persona_id in (select id from personas where account_id = $1)`,
  `coalesce(
     (
       select max(m.posted_at) from comments m
       join personas p on p.id = m.persona_id
       where p.account_id = $1 and p.conference_id = $2
     ),
     '-infinity'
   )`,
);

/** Keeps decisions with people who have no part in the matter. Every decision of a person is checked here. */
@Injectable()
export class Impartiality {
  /** Throws `decision-own`, `appeal-own-decision`. */
  async demand(tx: Queryable, { actorId, kind, appealId, ...subject }: DecisionAttempt): Promise<void> {
    if (actorId === null || !concernsPerson(kind)) return;
    const matter = await this.matterOf(tx, subject, kind);
    const refusal = refusalOf(actorId, kind, appealId ? { ...matter, partyIds: [] } : matter);
    if (refusal) throw refusal;
  }

  /** The account a decision is about: the author, or the owner of the persona. */
  async subjectOf(tx: Queryable, { commentId, recapId, personaId }: DecisionSubject): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(
      `select p.account_id id from personas p
       where p.id = coalesce(
         (select m.persona_id from comments m where m.id = $1),
         (select r.persona_id from recaps r where r.id = $3),
         $2::uuid
       )`,
      [commentId ?? null, personaId ?? null, recapId ?? null],
    );
    return row?.id ?? null;
  }

  private async matterOf(tx: Queryable, subject: DecisionSubject, kind: DecisionKind): Promise<Matter> {
    const owner = await this.subjectOf(tx, subject);
    const subjectIds = [subject.about, owner].filter((id) => id != null);
    if (subject.commentId) {
      const isNote = kind === 'withhold-note' || kind === 'restore-note';
      return { subjectIds, partyIds: await ids(tx, PARTIES_OF_WORDS, [subject.commentId, isNote]) };
    }
    if (subject.recapId) return { subjectIds, partyIds: await ids(tx, PARTIES_OF_RECAP, [subject.recapId]) };
    const [subjectId] = subjectIds;
    return {
      subjectIds,
      partyIds: subjectId === undefined ? [] : await ids(tx, PARTIES_OF_STANDING, [subjectId, subject.conferenceId]),
    };
  }
}

async function ids(tx: Queryable, sql: string, values: readonly unknown[]): Promise<string[]> {
  return (await tx.query<{ id: string | null }>(sql, values)).flatMap(({ id }) => id ?? []);
}

function refusalOf(actorId: string, kind: DecisionKind, matter: Matter): Problem | null {
  const partiality = partialityOf(actorId, kind, matter);
  if (partiality === null) return null;
  return partiality === 'own' ? decisionOwn() : appealOwnDecision();
}
