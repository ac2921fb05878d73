export default async function tearDown(): Promise<void> {
  const used = globalThis.testCluster;
  if (!used) return;
  used.users -= 1;
  if (used.users > 0) return;
  globalThis.testCluster = undefined;
  await used.cluster.stop('immediate');
}
