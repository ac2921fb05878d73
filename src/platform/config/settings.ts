import { existsSync } from 'node:fs';
import {
  addressOrDomain,
  BadSetting,
  bytes,
  cidrs,
  contact,
  count,
  dnsName,
  flag,
  hostNames,
  inbound,
  list,
  mailbox,
  oneOf,
  optionalUrl,
  port,
  rsaKey,
  service,
  text,
  type Setting,
} from './setting-kinds.ts';

/** Every setting of the server: its name, its kind, and its text in `.env.example`. */
export const SETTINGS = {
  PORT: port(3000, 'The port the server listens on.'),
  HOST: text('127.0.0.1', 'The address it listens on; 0.0.0.0 to be reached from other machines.'),
  PUBLIC_URL: optionalUrl('http://localhost:3000', 'What readers type: links in mails and pages begin with it.', [
    'http:',
    'https:',
  ]),
  DATABASE_URL: service(
    ['postgres', 'postgresql'],
    'A PostgreSQL 16 or later, as postgres://user:password@host/database. Empty: the server brings its own.',
  ),
  REDIS_URL: service(
    ['redis', 'rediss'],
    'A Redis the nodes of one forum ring one another through, as redis://host:6379. Empty: one node, or nodes ' +
      'that look every second.',
  ),
  DATA_DIR: text('./data', 'Where its own database, keys, unsent mails and drawn pictures live.'),
  SECRET_KEYS: bytes(
    'One or more keys as id:base64 of 64 bytes, comma-separated, newest first. Empty: made at the first start ' +
      'in DATA_DIR/keys.',
  ),
  SMTP_URL: service(
    ['smtp', 'smtps'],
    'How mail leaves, as smtp://user:password@host:587. Empty: each mail becomes a file in DATA_DIR/outbox ' +
      '(development only).',
  ),
  MAIL_FROM: mailbox(
    'Aftertalk <aftertalk@localhost>',
    'The sender of every mail, which your mail server lets you use. Needed with SMTP_URL.',
  ),
  DKIM_KEY: rsaKey(
    'Signs every mail (RFC 6376): a file with an RSA private key, or the key itself. Needs DKIM_SELECTOR. ' +
      'Empty: your mail server signs, or nobody.',
  ),
  DKIM_SELECTOR: dnsName(
    'The name under which the public key stands in the DNS, before ._domainkey: aftertalk mail test prints the entry.',
  ),
  DKIM_DOMAIN: dnsName('The domain that signs. Empty: that of MAIL_FROM.'),
  INBOUND: inbound(
    'Takes replies by e-mail: a port for your mail server to hand them in, as lmtp://127.0.0.1:2424 or smtp://…, ' +
      'or a mailbox to read them from, as imaps://forum%40mail.example:password@mail.example. Empty: nobody can reply.',
  ),
  INBOUND_ADDRESS: addressOrDomain(
    'Where replies go: a domain (reply+…@mail.example), or the address of one mailbox (forum+…@mail.example). ' +
      'Empty: the user of imaps:// if that is an address, else the host of PUBLIC_URL.',
  ),
  INBOUND_TRUSTS: hostNames(
    'Names with which your mail server signs its Authentication-Results, comma-separated. Empty: each reply waits ' +
      'until its author confirms it on a page.',
  ),
  ORGANIZERS: list('Addresses, comma-separated, that are organizers of every conference.'),
  TRUSTED_PROXIES: cidrs(
    'Addresses or networks of the proxies in front, comma-separated; only theirs X-Forwarded-For is believed.',
  ),
  VENUE_NETWORKS: cidrs('Networks (CIDR) many participants share, with wider limits.'),
  HSTS_SUBDOMAINS: flag(
    false,
    'on tells browsers to use https for every name below that of PUBLIC_URL too, for a year. Only when all of ' +
      'them have it.',
  ),
  MAX_CONNECTIONS: count(
    16_000,
    1_000_000,
    'Connections a node holds at most, WebSockets among them; one above is closed at once. One network may ' +
      'hold a quarter.',
  ),
  RATE_LIMITS: flag(true, 'off lifts every limit on speed; for tests and measurements only.'),
  DEMO: flag(true, 'off leaves the demo conference out of an empty database.'),
  STYLE_PAGE: flag(
    false,
    'on shows every part of every page, in every state, at /style; for whoever works on how they look.',
  ),
  SECURITY_CONTACT: contact(
    'Whom to tell about a fault: an e-mail address, or a link (https:, mailto:, tel:). It is published at ' +
      '/.well-known/security.txt. Empty: no such file.',
  ),
  LOG_LEVEL: oneOf(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const,
    'info',
    'How much is written to the log.',
  ),
} satisfies Record<string, Setting<unknown>>;

type Values = { [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

/** The settings, read once at start. */
export class Config {
  constructor(readonly values: Readonly<Values>) {}

  get<K extends keyof Values>(name: K): Values[K] {
    return this.values[name];
  }

  get publicUrl(): string {
    return this.values.PUBLIC_URL.replace(/\/+$/, '');
  }

  get isHttps(): boolean {
    return this.values.PUBLIC_URL.startsWith('https:');
  }
}

/** Reads a file `.env` in the current folder; variables of the environment win over it. */
export function readEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Reads the settings. Throws BadSetting, whose message says what to type. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const values = Object.entries(SETTINGS).map(([name, setting]) => {
    const raw = environment[name]?.trim() ?? '';
    return [name, raw === '' ? setting.fallback : (setting as Setting<unknown>).read(raw, name)] as const;
  });
  const read = Object.fromEntries(values) as Values;
  // A mail server refuses an unknown sender, and the operator would not notice before the first code.
  if (read.SMTP_URL !== null && !environment['MAIL_FROM']?.trim()) {
    throw new BadSetting(
      'MAIL_FROM is missing: beside SMTP_URL, set it to a sender your mail server lets you use, such as ' +
        'Aftertalk <forum@mail.example>.',
    );
  }
  if ((read.DKIM_KEY === null) !== (read.DKIM_SELECTOR === null)) {
    const [missing, given] = read.DKIM_KEY === null ? ['DKIM_KEY', 'DKIM_SELECTOR'] : ['DKIM_SELECTOR', 'DKIM_KEY'];
    throw new BadSetting(`${missing} is missing: set it beside ${given}, or leave both out.`);
  }
  // Without a public address, links lead to the port that was set.
  return new Config(
    environment['PUBLIC_URL']?.trim() ? read : { ...read, PUBLIC_URL: `http://localhost:${read.PORT}` },
  );
}

/** The contents of `.env.example`: a comment and a line for each setting. A test keeps the file equal. */
export const envExample = (): string =>
  Object.entries(SETTINGS)
    .map(([name, { says, example }]) => `# ${says}\n# ${name}=${example}\n`)
    .join('\n');

export { BadSetting };
