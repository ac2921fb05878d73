import { readFileSync } from 'node:fs';

export const PAGE = 'docs/put-it-online.md';

interface PageBlock {
  /** The language behind its opening marks. */
  language: string;
  text: string;
}

/** The blocks of code of the page that leads from a rented machine to a forum, in their order. */
export const pageBlocks = (): PageBlock[] =>
  [...readFileSync(PAGE, 'utf8').matchAll(/^```(\S*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));

export const blocksOf = (language: string): string[] =>
  pageBlocks()
    .filter((block) => block.language === language)
    .map(({ text }) => text);

/** Every command of the page. */
export const pageCommands = (): string[] => blocksOf('sh').flatMap((text) => text.trim().split('\n'));

/** The last field of the line for cron, as cron hands it to a shell: its percent signs are escaped (crontab(5)). */
export function cronCommand(): { when: string; account: string; command: string } {
  const line = blocksOf('cron')
    .join('')
    .split('\n')
    .find((each) => /^[\d*]/.test(each))!;
  const [, when, account, command] = /^((?:\S+ ){4}\S+) (\S+) (.*)$/.exec(line)!;
  return { when: when!, account: account!, command: command!.replaceAll('\\%', '%') };
}
