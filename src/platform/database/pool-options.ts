import type pg from 'pg';

/** Planner settings for tables in memory or on SSDs, where an index costs less than the defaults assume. */
export const PLANNING = '-c random_page_cost=1.1 -c jit=off';

/** Options of a pool for reads. */
export const poolOptions = (url: string, size: number, patience = 1): pg.PoolConfig => ({
  connectionString: url,
  max: size,
  statement_timeout: 3_500 * patience,
  connectionTimeoutMillis: 2_000 * patience,
  // Short enough for the whole request to be refused within 5 s while the database is away.
  query_timeout: 4_000 * patience,
  keepAlive: true,
  options: PLANNING,
  application_name: 'aftertalk',
});
