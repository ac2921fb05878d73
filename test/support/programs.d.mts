export function findChromium(): Promise<string | null>;
export function missingPrograms(): Promise<('chromium' | 'redis-server')[]>;
export function aboutMissing(programs: readonly ('chromium' | 'redis-server')[]): string;
