import { randomBytes } from 'node:crypto';
import pg from 'pg';

const urlOf = (name: string): string => process.env['TEST_DATABASES']!.replace('/DB?', `/${name}?`);

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: urlOf('postgres') });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** A migrated database, and how to drop it. */
export async function freshDatabase(
  template = 'template_aftertalk',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template ${template} strategy file_copy`);
  return { url: urlOf(name), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}
