/** Jest would compile the file itself; here Node does it as everywhere else. */
export default async () => (await import('../global-setup.ts')).default();
