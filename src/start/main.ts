import { readEnvFile } from '../platform/config/settings.ts';
import { refuseUnusable } from './refuse-unusable.ts';

// Starts the server.
readEnvFile();
await refuseUnusable(process.env);
const { runServer } = await import('./server.ts');
await runServer();
