import { SMTPServer } from 'smtp-server';
import { atEnd } from './processes.mjs';

/** A mail server that takes everything and keeps only when it did. */
export async function mailSink() {
  const taken = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        taken.push(performance.now());
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  atEnd(() => new Promise((resolve) => smtp.close(resolve)));
  return { taken, url: `smtp://127.0.0.1:${smtp.server.address().port}` };
}
