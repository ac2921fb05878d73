import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DepartureTools, PersonaParting } from '../comments/complete-departure.ts';
import { CompleteDepartures } from '../comments/complete-departures.ts';
import type { Tx } from '../platform/database/database.ts';
import { changeThreadWrite } from '../threads/change-thread.write.ts';
import { changeRecapStateWrite } from './change-recap-state.write.ts';
import { raiseTalksOf } from './raise-talks.ts';

interface PartingRecap {
  id: string;
  threadId: string | null;
  isPublic: boolean;
  isWithdrawn: boolean;
}

/** The title of a discussion whose recap was removed, for those who wrote in it. */
const NO_TITLE = '–';

/**
 * Detaches the recaps of an erased account from their persona. What stays is a former participant's, without drafts.
 * What goes takes its words, its title and its address along; what others wrote under it stays theirs, in a discussion
 * that is no longer shown, as under a recap that its author withdrew.
 */
export const partRecaps: PersonaParting = async (tools, { subjectId, posts }, now) => {
  const recaps = await tools.query<PartingRecap>(
    `select id, discussion_id "threadId", published_at is not null "isPublic", withdrawn_at is not null "isWithdrawn"
     from recaps
     where persona_id = $1
     order by id`,
    [subjectId],
  );
  for (const recap of recaps) {
    if (recap.threadId === null)
      await tools.transaction((tx) => tx.query('delete from recaps where id = $1', [recap.id]));
    else if (posts === 'remove' || !recap.isPublic || recap.isWithdrawn) await remove(tools, recap, now);
    else await keep(tools, recap);
  }
};

/** Lets recaps go with their persona, at the persona's own time. */
@Injectable()
export class PartRecaps implements OnModuleInit {
  constructor(private readonly completeDepartures: CompleteDepartures) {}

  onModuleInit(): void {
    this.completeDepartures.onPersona(partRecaps);
  }
}

async function remove(tools: DepartureTools, { id, threadId }: PartingRecap, now: Date): Promise<void> {
  await tools.submit(threadId!, changeRecapStateWrite, {
    recapId: id,
    event: 'recap.withdrawn',
    factsOf: (recap) => ({ ...recap, withdrawnAt: recap.withdrawnAt ?? now }),
    also: async (tx) => {
      await tx.query('delete from recap_versions where recap_id = $1', [id]);
      await tx.query('update recaps set slug = id::text where id = $1', [id]);
      await tx.query('update threads set slug = id::text, title = $2 where id = $1', [threadId, NO_TITLE]);
      await part(tx, id, threadId!);
    },
  });
}

async function keep(tools: DepartureTools, { id, threadId }: PartingRecap): Promise<void> {
  await tools.submit(threadId!, changeThreadWrite, {
    event: 'persona.changed',
    changesOf: () => ({}),
    also: async (tx) => {
      await raiseTalksOf(tx, id);
      await tx.query('delete from recap_versions where recap_id = $1 and not is_published', [id]);
      await part(tx, id, threadId!);
    },
  });
}

async function part(tx: Tx, id: string, threadId: string): Promise<void> {
  await tx.query(`update recaps set persona_id = null, author_name = null, author_roles = '{}' where id = $1`, [id]);
  await tx.query('update threads set author_id = null where id = $1', [threadId]);
}
