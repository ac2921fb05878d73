import { runServer } from './server.ts';

// Starts, listens and drains; nothing else.
await runServer();
