export type Program =
  | 'chromium'
  | 'redis-server'
  | 'caddy'
  | 'pgbouncer'
  | 'xmllint'
  | 'dovecot'
  | 'postconf'
  | 'systemd-analyze';
export function findChromium(): Promise<string | null>;
export function missingPrograms(): Promise<Program[]>;
export function aboutMissing(programs: readonly Program[]): string;
