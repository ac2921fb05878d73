import { readEnvFile } from '../platform/config/settings.ts';
import { runCommand } from './command-line.ts';

readEnvFile();
await runCommand(process.argv, process.env);
