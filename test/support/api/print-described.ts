import { describeSources } from './operations.ts';

// A process of its own, because reading all types takes seconds in one piece, in which no test beside it is answered.
process.stdout.write(`${JSON.stringify(describeSources(), null, 2)}\n`);
