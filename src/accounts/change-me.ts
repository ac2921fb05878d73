import { Injectable } from '@nestjs/common';
import { sessionRequired } from '../kernel/common.problems.ts';
import { Precondition, versionOf } from '../kernel/precondition.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import type { EmailSettings, EmailSettingsChange } from './email-kinds.policy.ts';
import { WriteEmailSettings } from './write-email-settings.ts';

/** An account's own settings. */
export interface OwnSettings {
  locale: 'fr' | 'en';
  settings: { answersByMail?: boolean };
  email: EmailSettings;
}

/** A change of own settings; those left out stay. */
export interface OwnSettingsChange {
  locale?: 'fr' | 'en';
  settings?: { answersByMail?: boolean };
  email?: EmailSettingsChange;
}

/** The version of an account's own settings. */
export const meVersion = ({ locale, settings, email }: OwnSettings): string => versionOf(locale, settings, email);

/** Changes an account's own settings. */
@Injectable()
export class ChangeMe {
  constructor(
    private readonly database: Database,
    private readonly writeEmailSettings: WriteEmailSettings,
  ) {}

  /** Throws `session-required`, `version-outdated`, `invalid-request`. */
  async change(
    accountId: string,
    { locale, settings, email }: OwnSettingsChange,
    precondition = Precondition.none,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      precondition.demand(meVersion(await this.locked(tx, accountId)));
      await tx.query('update accounts set locale = coalesce($2, locale), settings = settings || $3 where id = $1', [
        accountId,
        locale ?? null,
        JSON.stringify(settings ?? {}),
      ]);
      if (email) await this.writeEmailSettings.write(tx, accountId, email);
    });
    if (email) await this.writeEmailSettings.announce(accountId);
  }

  private async locked(tx: Queryable, accountId: string): Promise<OwnSettings> {
    const [before] = await tx.query<Omit<OwnSettings, 'email'>>(
      'select locale, settings from accounts where id = $1 for no key update',
      [accountId],
    );
    if (!before) throw sessionRequired();
    return { ...before, email: (await this.writeEmailSettings.ofAll(tx, [accountId])).get(accountId)! };
  }
}
