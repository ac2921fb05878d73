/** Jest would compile it by itself; Node does it here as everywhere else. */
export default async () => (await import('../global-setup.ts')).default();
