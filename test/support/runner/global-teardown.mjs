export default async () => (await import('../global-teardown.ts')).default();
