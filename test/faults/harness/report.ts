import { appendFileSync } from 'node:fs';

/** Notes the effect of a fault, for the table of `npm run faults`. */
export function saw(fault: string, what: string): void {
  const file = process.env['FAULTS_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify({ fault, what })}\n`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
