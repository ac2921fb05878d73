import { notFound } from '../../kernel/common.problems.ts';
import type { RegisterCommand } from './command.ts';

/** `speaker-links <slug>`: a link for each speaker who has not come, as CSV (RFC 4180); the same links each time. */
export const speakerLinks: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('speaker-links')
    .description('a link for each speaker who has not come, as CSV')
    .argument('<slug>', 'the conference')
    .action((slug: string) =>
      withApp(async (get) => {
        const { SpeakerLinks } = await import('../../accounts/speaker-links.ts');
        const { ProgrammeQueries } = await import('../../programme/programme.queries.ts');
        const conference = await get(ProgrammeQueries).findConference(slug);
        if (!conference) throw notFound();
        for (const line of await get(SpeakerLinks).list(conference.id)) say(line);
      }),
    );
};
