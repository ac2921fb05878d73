import type { Tx } from '../platform/database/database.ts';
import type { ExclusiveWrite, ThreadWrite } from '../threads/thread-write.ts';
import type { Posting } from './posting.ts';

/** Makes the persona of the posting's author in a conference, or finds the one that is there; returns its id. */
type ProvidePersona = (tx: Tx, conferenceId: string) => Promise<string>;

/**
 * The write of one posting whose author gets a persona with it, in one transaction: what is refused leaves no persona.
 * `write` is the posting itself, or what an answer or an announcement makes of it.
 */
export const postByNewcomerWrite = <Facts, Rows>(
  write: ThreadWrite<Posting, Facts, Rows>,
  providePersona: ProvidePersona,
): ExclusiveWrite<Posting, Facts, Rows> => {
  let personaId: string;
  const named = (posting: Posting): Posting => ({ ...posting, personaId });
  return {
    isBatched: false,
    conflictKeys: (posting) => write.conflictKeys(posting),
    accountOf: (posting) => write.accountOf?.(posting),

    async read(tx, context, inputs) {
      const { thread, conference, now } = context;
      personaId = await providePersona(tx, conference.id);
      const posting = named(inputs[0]!);
      const facts = write.isBatched
        ? await write.read(tx, [{ input: posting, threadId: thread.id }], now)
        : await write.read(tx, context, [posting]);
      // Decided here too, because a refusal that is thrown here rolls back the persona with everything else.
      write.decide(posting, facts[0]!, context);
      return facts;
    },

    decide: (posting, facts, context) => write.decide(named(posting), facts, context),

    async write(tx, context, written) {
      if (!write.isBatched) return write.write(tx, context, written);
      write.write(
        tx,
        written.map((each) => ({ ...each, threadId: context.thread.id })),
      );
    },
  };
};
