import type { RegisterCommand } from './command.ts';

/** `keys rotate`: seals every address under a new key, or says which key to add where SECRET_KEYS holds them. */
export const keysRotate: RegisterCommand = (program, { withApp, say }) => {
  program
    .command('keys')
    .description('the keys that seal addresses')
    .command('rotate')
    .description('seal every address under a new key, beside the running servers')
    .action(() =>
      withApp(async (get) => {
        const { RotateKeys } = await import('../../accounts/rotate-keys.ts');
        const rotation = get(RotateKeys);
        const done = await rotation.rotate();
        if (done === null) {
          say(
            'The keys come from SECRET_KEYS. Put this one in front of them on every node, restart the nodes one ' +
              'after another, then run this again:',
          );
          say(rotation.newLine());
          return;
        }
        say(
          `Done: ${done.resealed} addresses were sealed again, all are under the key ${done.keyId}; ${done.nodes} ` +
            'running servers hold it. Keep the older keys: they recognise what was written before.',
        );
      }),
    );
};
