import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { AddressDesk } from '../accounts/address-desk.ts';
import { RotateKeys } from '../accounts/rotate-keys.ts';
import { SpeakerLinks } from '../accounts/speaker-links.ts';
import { ExportArchive, type ExportReport } from '../exports/export-archive.ts';
import { ImportArchive, type ImportedArchive } from '../exports/import-archive.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { ImportSchedule, type ImportReport } from '../imports/import-schedule.ts';
import { VerifyLedger, type KeptHead, type Verified } from '../moderation/verify-ledger.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';

/** What an operator types: the same verbs the server uses, beside it or alone. */
@Injectable()
export class OperatorCommands {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly imports: ImportSchedule,
    private readonly programme: ProgrammeQueries,
    private readonly desk: AddressDesk,
    private readonly links: SpeakerLinks,
    private readonly database: Database,
    private readonly rotation: RotateKeys,
    private readonly exporting: ExportArchive,
    private readonly importing: ImportArchive,
    private readonly ledger: VerifyLedger,
  ) {}

  async importConference(
    file: string,
    options: { dryRun: boolean; timeZone: string | null; slug?: string | undefined; locale: 'fr' | 'en' },
  ): Promise<ImportReport & { slug: string; isNew: boolean }> {
    return this.imports.fromFile(await fileOrAddress(file), options);
  }

  exportArchive(slug: string, dir: string, progress: (done: number, total: number) => void): Promise<ExportReport> {
    return this.exporting.run(slug, dir, { progress });
  }

  importArchive(
    dir: string,
    options: { fingerprint: string | null; progress: (done: number, total: number) => void },
  ): Promise<ImportedArchive> {
    return this.importing.run(dir, options);
  }

  /** A fresh link for each speaker of each talk, as lines of CSV (RFC 4180); each works once. Throws not-found. */
  async speakerLinks(slug: string): Promise<string[]> {
    const conference = await this.programme.findConference(slug);
    if (!conference) throw notFound();
    return this.links.run(conference.id);
  }

  /** Seals every address under a new key. Answers what was done, as lines for the operator. */
  async rotateKeys(): Promise<string[]> {
    const done = await this.rotation.run();
    if (done === null)
      return [
        'The keys come from SECRET_KEYS. Put this one in front of them on every node, restart the nodes one ' +
          'after another, then run this again:',
        this.rotation.newLine(),
      ];
    return [
      `Done: ${done.resealed} addresses were sealed again, all are under the key ${done.keyId}; ${done.nodes} ` +
        'running servers hold it. Keep the older keys: they recognise what was written before.',
    ];
  }

  /** Whether the decisions of every conference are as they were made; `kept` are heads from letters or exports. */
  verifyLedger(kept: readonly KeptHead[]): Promise<Verified[]> {
    return this.ledger.run(kept);
  }

  /** Makes the owner of an address organizer of a conference, from their next request on. Throws not-found. */
  async addOrganizer(address: string, slug: string): Promise<void> {
    const conference = await this.programme.findConference(slug);
    if (!conference) throw notFound();
    const sealed = this.desk.seal(address);
    await this.database.transaction(async (tx) => {
      const accountId = await this.desk.accountOf(tx, sealed, conference.locale);
      await tx.query(
        `insert into grants (id, account_id, conference_id, role)
         values ($1, $2, $3, 'organizer')
         on conflict do nothing`,
        [blindId(), accountId, conference.id],
      );
    });
  }
}

async function fileOrAddress(name: string): Promise<Buffer> {
  if (!/^https?:\/\//.test(name)) return readFile(name);
  const response = await fetch(name, { signal: AbortSignal.timeout(20_000) });
  if (!response.ok)
    throw new Error(`${name} answered ${response.status}: check the address, or download the file and name it.`);
  return Buffer.from(await response.arrayBuffer());
}
