import { readEnvFile } from '../platform/config/settings.ts';
import { runServer } from './server.ts';

// Starts the server.
readEnvFile();
await runServer();
