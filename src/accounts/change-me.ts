import { Injectable } from '@nestjs/common';
import { sessionRequired } from '../kernel/common.problems.ts';
import { Precondition, versionOf } from '../kernel/precondition.ts';
import { Database } from '../platform/database/database.ts';

/** An account's own settings. */
export interface OwnSettings {
  locale: 'fr' | 'en';
  settings: { answersByMail?: boolean };
}

/** The version of an account's own settings. */
export const meVersion = ({ locale, settings }: OwnSettings): string => versionOf(locale, settings);

/** Changes an account's own settings. */
@Injectable()
export class ChangeMe {
  constructor(private readonly database: Database) {}

  /** Throws `session-required`, `version-outdated`. */
  change(
    accountId: string,
    { locale, settings }: { locale?: 'fr' | 'en'; settings?: { answersByMail?: boolean } },
    precondition = Precondition.none,
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [before] = await tx.query<OwnSettings>(
        'select locale, settings from accounts where id = $1 for no key update',
        [accountId],
      );
      if (!before) throw sessionRequired();
      precondition.demand(meVersion(before));
      await tx.query('update accounts set locale = coalesce($2, locale), settings = settings || $3 where id = $1', [
        accountId,
        locale ?? null,
        JSON.stringify(settings ?? {}),
      ]);
    });
  }
}
