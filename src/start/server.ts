import { createApp } from './create-app.ts';
import { exitWith } from './exit-with.ts';
import { prepareOptions } from './prepare.ts';
import { InboundServer } from '../inbound/inbound-server.ts';
import { FirstStart } from '../ops/first-start.ts';
import { readConfig, type Config } from '../platform/config/settings.ts';
import { listen } from '../platform/http/listen.ts';
import { Log } from '../platform/logging/log.ts';

/**
 * Longest wait for unfinished requests and downloads during shutdown, in milliseconds: less than the 10 s after which
 * containers are killed.
 */
const UNFINISHED_MS = 5_000;

/** Runs the server until a signal. Exits with one sentence when a setting or the database cannot be used. */
export async function runServer(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  let leave = async (): Promise<void> => undefined;
  // Once, also when a signal arrives during the start.
  let leaving: Promise<void> | null = null;
  const leaveOnce = (): Promise<void> => (leaving ??= leave());
  try {
    const config = readConfig(environment);
    const prepared = await prepareOptions(config, environment);
    leave = prepared.leave;
    const app = await createApp(prepared.options);
    leave = async () => {
      // Users of the database end before it does.
      await app.close();
      await prepared.leave();
    };
    drainOnSignal(async () => {
      setTimeout(() => app.getHttpServer().closeAllConnections(), UNFINISHED_MS).unref();
      await leaveOnce();
    }, app.get(Log));
    const invitation = await app.get(FirstStart).prepare();
    await listen(app, config);
    await app.get(InboundServer).open();
    welcome(config, invitation);
  } catch (error) {
    // Failures during shutdown are expected; the signal's handler ends the process.
    if (leaving !== null) return;
    await leaveOnce().catch(() => undefined);
    exitWith(error);
  }
}

/** Prints the address, for the person who started the server. */
function welcome(config: Config, invitation: string | null): void {
  const lines = [
    `Aftertalk is ready: ${config.publicUrl}`,
    ...(invitation === null
      ? []
      : ['', 'Nobody organizes it yet. Open this link once, on your own device, to become its organizer:', invitation]),
    ...(config.get('SMTP_URL') === null
      ? [
          '',
          `SMTP_URL is not set: mails are written to ${config.get('DATA_DIR')}/outbox and their codes shown ` +
            'here. For a first look only.',
        ]
      : []),
    ...(config.get('RATE_LIMITS')
      ? []
      : ['', 'RATE_LIMITS is off: nothing slows down floods or guessing. For tests only.']),
    '',
    'Stop it with Ctrl-C.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Not Nest's shutdown hooks, which raise the signal again before the database is stopped. */
function drainOnSignal(drain: () => Promise<void>, log: Log): void {
  let draining = false;
  const stop = (): void => {
    if (draining) return;
    draining = true;
    drain().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'the server did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
