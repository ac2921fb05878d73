import { notFound } from '../../kernel/common.problems.ts';
import type { RegisterCommand } from './command.ts';

/** `speaker-links <slug>`: a fresh link for each speaker of each talk, as CSV (RFC 4180); each works once. */
export const speakerLinks: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('speaker-links')
    .description('a fresh link for each speaker of each talk, as CSV')
    .argument('<slug>', 'the conference')
    .action((slug: string) =>
      withApp(async (get) => {
        const { SpeakerLinks } = await import('../../accounts/speaker-links.ts');
        const { ProgrammeQueries } = await import('../../programme/programme.queries.ts');
        const conference = await get(ProgrammeQueries).findConference(slug);
        if (!conference) throw notFound();
        for (const line of await get(SpeakerLinks).create(conference.id)) say(line);
      }),
    );
};
