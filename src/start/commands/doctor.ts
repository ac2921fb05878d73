import { words } from '../../../locales/catalogues.ts';
import type { Words } from '../../../locales/words.ts';
import { CorrectedClock } from '../../kernel/clock.ts';
import type { Finding, FindingLevel } from '../../ops/finding.policy.ts';
import { readConfig, type Config } from '../../platform/config/settings.ts';
import { openExistingDatabase } from '../../platform/database/open-database.ts';
import type { RegisterCommand } from './command.ts';

const MARKS: Readonly<Record<FindingLevel, string>> = { well: '✓', doubtful: '!', wrong: '✗' };

interface DoctorOptions {
  locale: string;
  keysCopied?: boolean;
}

/** `doctor`: what is right, doubtful and wrong, a sentence each; an error when anything is wrong. */
export const doctor: RegisterCommand = (program, { environment, say }) => {
  program
    .command('doctor')
    .description('say what is right with the server, and what is missing or wrong')
    .option('--locale <language>', 'fr or en', 'en')
    .option('--keys-copied', 'note that DATA_DIR/keys has been copied to another place')
    .action(async ({ locale, keysCopied = false }: DoctorOptions) => {
      const config = readConfig(environment);
      const language = locale === 'fr' ? 'fr' : 'en';
      if (keysCopied) await (await import('../../ops/copied-keys.ts')).noteKeysCopied(config);
      const [findings, { factsIn }] = await Promise.all([
        findingsAbout(config, environment),
        import('../../ops/finding-facts.ts'),
      ]);
      const inLanguage = words(language);
      for (const finding of findings) {
        const { subject, state, level } = finding;
        say(`${MARKS[level]} ${inLanguage(`doctor.${subject}.${state}`, factsIn(language, finding))}`);
      }
      say('');
      conclude(findings, inLanguage, say);
    });
};

/** Throws the number of wrong things, so that the command fails. */
function conclude(findings: readonly Finding[], inLanguage: Words, say: (line: string) => void): void {
  const countOf = (level: FindingLevel): number => findings.filter((each) => each.level === level).length;
  const [wrong, doubtful] = [countOf('wrong'), countOf('doubtful')];
  if (wrong > 0) throw new Error(inLanguage('doctor.wrong', { count: wrong }));
  say(doubtful > 0 ? inLanguage('doctor.doubtful', { count: doubtful }) : inLanguage('doctor.well'));
}

/** Looks at everything else as well when the database cannot be used. */
async function findingsAbout(config: Config, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { examineServer } = await import('../../ops/examine-server.ts');
  const clock = new CorrectedClock();
  const times = { now: () => clock.uncorrected(), forumNow: clock.now() };
  const opened = await openExistingDatabase(config, environment).catch(({ message }: Error) => ({ why: message }));
  if ('why' in opened) return examineServer({ config, database: opened, ...times });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: opened.url, application_name: 'aftertalk doctor' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const database = {
      query: async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
        (await client.query<never>(sql, [...values])).rows,
    };
    return await examineServer({ config, database, ...times });
  } finally {
    await client.end();
    await opened.leave();
  }
}
