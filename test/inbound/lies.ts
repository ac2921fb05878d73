import type { Command, Lie, LyingSession } from './lying-imap.ts';

const FILL = Buffer.alloc(65_536, 'a');

const at =
  (name: string, say: (command: Command, session: LyingSession) => unknown): Lie =>
  (command, session) => {
    if (command.name !== name) return false;
    say(command, session);
    return true;
  };

const opens = (exists: string, codes: string): Lie =>
  at('SELECT', ({ tag }, session) => {
    session.send(`* ${exists} EXISTS\r\n${codes}`);
    session.ok(tag, '[READ-WRITE] ');
  });
const NUMBERED = '* OK [UIDVALIDITY 7] numbered\r\n* OK [UIDNEXT 9] next\r\n';

/** Several lies, of which the first that has something to say says it. */
const together =
  (...lies: Lie[]): Lie =>
  (command, session) =>
    lies.some((lie) => lie(command, session));

const row = (uid: number, literal: string): string => `* ${uid} FETCH (UID ${uid} BODY[HEADER]<0> ${literal}`;

/** The replies of a broken or hostile IMAP server, by its behaviour. */
export const LIES: Readonly<Record<string, Lie>> = {
  'announces a literal of four billion bytes': at('UID FETCH', (_, session) => {
    session.send(row(1, '{4000000000}\r\n'));
    session.pours(FILL);
  }),
  'announces a literal of a number that is none': at('UID FETCH', (_, session) =>
    session.send(row(1, `{${'9'.repeat(100_000)}}\r\n`)),
  ),
  'sends a line without an end': at('LOGIN', (_, session) => session.pours(FILL)),
  'sends literals without an end': at('UID FETCH', (_, session) =>
    session.pours(Buffer.from(`${row(1, `{60000}\r\n`)}${'a'.repeat(60_000)})\r\n`)),
  ),
  'sends other e-mails without an end': at('UID FETCH', (_, session) =>
    session.pours(Buffer.from(`${row(4_000_000, `{60000}\r\n`)}${'a'.repeat(60_000)})\r\n`)),
  ),
  'sends a million words': at('UID SEARCH', ({ tag }, session) => {
    session.send(`* SEARCH ${'a '.repeat(990_000)}\r\n`);
    session.ok(tag);
  }),
  'sends a hundred thousand brackets': at('LIST', ({ tag }, session) => {
    session.send(`* LIST ${'('.repeat(100_000)}\r\n`);
    session.ok(tag);
  }),
  'lists folders without an end': at('LIST', (_, session) =>
    session.pours(Buffer.from('* LIST () "/" "a folder"\r\n'.repeat(1_000))),
  ),
  'has four billion e-mails': together(
    opens('4294967295', NUMBERED),
    at('UID SEARCH', ({ tag }, session) => {
      session.send(`* ESEARCH (TAG "${tag}") UID ALL 1:4294967295\r\n`);
      session.ok(tag);
    }),
  ),
  'has numbers that are none': together(
    opens('3', NUMBERED),
    at('UID SEARCH', ({ tag }, session) => {
      session.send('* SEARCH -1 0 2 2 2 1.5 1e400 4294967296 99999999999999999999 abc\r\n');
      session.ok(tag);
    }),
  ),
  'numbers nothing': opens('3', ''),
  'does not end its answer': at('UID SEARCH', () => undefined),
  'does not answer the login': at('LOGIN', () => undefined),
  'says that all is well, and nothing else': ({ tag }, session) => session.ok(tag),
  drips: at('UID SEARCH', (_, session) => {
    const drip = setInterval(() => session.send('a'), 100);
    session.socket.on('close', () => clearInterval(drip));
  }),
  'tells of new e-mails without an end': at('IDLE', (_, session) =>
    session.pours(Buffer.from('* 5 EXISTS\r\n'.repeat(1_000))),
  ),
  'says goodbye in the middle': at('UID FETCH', (_, session) => {
    session.send(`${row(1, '{100}\r\n')}half * BYE`);
    session.socket.end();
  }),
  'says goodbye': at('UID SEARCH', (_, session) => session.send('* BYE enough\r\n')),
  'breaks TLS': at('UID SEARCH', (_, session) => session.raw.write(FILL)),
  'answers in the middle of other answers': at('UID SEARCH', ({ tag }, session) => {
    session.send(
      `* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 3 EXPUNGE\r\n* CAPABILITY IMAP4rev1\r\n+ go on\r\nA999 OK who\r\n`,
    );
    session.send(`* OK [UIDVALIDITY 8] anew\r\n* SEARCH 1 2\r\n* NO [ALERT] a@mail.example\r\n`);
    session.ok(tag);
  }),
  'refuses in words of its own': at('LOGIN', ({ tag }, session) =>
    session.send(`${tag} NO [AUTHENTICATIONFAILED] forum@mail.example has the password secret\r\n`),
  ),
};

/** The lies of which the reader lets go once they took too long. */
export const SLOW = [
  'lists folders without an end',
  'does not end its answer',
  'does not answer the login',
  'drips',
] as const;
