import { readEnvFile } from '../platform/config/settings.ts';
import { runServer } from './server.ts';

// Starts, listens and drains; nothing else.
readEnvFile();
await runServer();
