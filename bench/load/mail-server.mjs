import { once } from 'node:events';
import os from 'node:os';
import { SMTPServer } from 'smtp-server';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';

/**
 * A mail server that takes everything and counts it. It stands for one on another machine: in a process of its own, and
 * of the lowest priority, so that its work takes the least from the two cores on which the forum is measured.
 */
os.setPriority(os.constants.priority.PRIORITY_LOW);

let taken = 0;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => {
      taken += 1;
      done();
    });
  },
});
smtp.on('error', () => undefined);
smtp.listen(0, '127.0.0.1');
const listening = once(smtp.server, 'listening');

leaveSignalsToParent();
answerWith(async () => {
  await listening;
  return { url: `smtp://127.0.0.1:${smtp.server.address().port}`, taken };
});
