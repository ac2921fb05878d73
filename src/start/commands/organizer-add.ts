import { notFound } from '../../kernel/common.problems.ts';
import type { RegisterCommand } from './command.ts';

/** `organizer add <address>`: makes the owner of an address an organizer of a conference. */
export const organizerAdd: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('organizer')
    .description('people who organize')
    .command('add')
    .argument('<address>')
    .requiredOption('--conference <slug>', 'the conference')
    .action((address: string, { conference: slug }: { conference: string }) =>
      withApp(async (get) => {
        const { AddOrganizer } = await import('../../accounts/add-organizer.ts');
        const { ProgrammeQueries } = await import('../../programme/programme.queries.ts');
        const conference = await get(ProgrammeQueries).findConference(slug);
        if (!conference) throw notFound();
        await get(AddOrganizer).add(address, conference);
        say(`Done: the owner of that address organizes ${slug} once signed in.`);
      }),
    );
};
