import { BadSetting } from '../config/settings.ts';

/** Values of `sslmode` (PostgreSQL documentation, 32.19.1), and `no-verify`, which is pg's own. */
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** Parameters of libpq that pg would ignore, although an operator may rely on them. */
const UNKNOWN_HERE = ['sslcrl', 'sslcrldir', 'sslpassword'];

/**
 * The addresses to try for a DATABASE_URL, in order, with `sslmode` rewritten so that pg does what libpq would. Throws
 * BadSetting.
 */
export function addressesToTry(url: string): readonly string[] {
  const [base = '', query = ''] = url.split(/\?(.*)/s);
  const asked = new URLSearchParams(query);
  const ignored = UNKNOWN_HERE.find((name) => asked.has(name));
  if (ignored !== undefined)
    throw new BadSetting(`DATABASE_URL asks for ${ignored}, which is not known here: leave it out.`);
  const usesSystem = asked.get('sslrootcert') === 'system';
  const mode = asked.get('sslmode') ?? (usesSystem ? 'verify-full' : null);
  if (mode === null) return [url];
  if (!MODES.includes(mode)) {
    throw new BadSetting(
      `DATABASE_URL has a sslmode that does not exist: type one of ${MODES.slice(0, -1).join(', ')}.`,
    );
  }
  if (usesSystem && mode !== 'verify-full') {
    throw new BadSetting('DATABASE_URL trusts the authorities of the system: type sslmode=verify-full beside it.');
  }
  if (mode === 'verify-ca' && !asked.has('sslrootcert')) {
    throw new BadSetting(
      'DATABASE_URL has sslmode=verify-ca and no authority: add sslrootcert=FILE, or type sslmode=verify-full to ' +
        'trust those of the system.',
    );
  }
  const withMode = (sslmode: string): string => {
    const said = new URLSearchParams(asked);
    if (usesSystem) said.delete('sslrootcert');
    if (sslmode === 'disable') for (const file of ['sslrootcert', 'sslcert', 'sslkey']) said.delete(file);
    said.set('sslmode', sslmode);
    said.set('uselibpqcompat', 'true');
    return `${base}?${said.toString()}`;
  };
  if (mode === 'allow') return [withMode('disable'), withMode('prefer')];
  if (mode === 'prefer') return [withMode('prefer'), withMode('disable')];
  return [withMode(mode === 'no-verify' ? 'prefer' : mode)];
}
