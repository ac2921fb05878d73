import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import type { EmailEnd } from '../platform/mail/email.ts';
import { endedKind, type EndedKind } from './email-kinds.policy.ts';
import { WriteEmailSettings } from './write-email-settings.ts';

/** Ends one kind of e-mails to an account by the link in each of them: one press, without signing in (RFC 8058). */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly database: Database,
    private readonly writeEmailSettings: WriteEmailSettings,
    private readonly config: Config,
  ) {}

  /** A link that ends a kind for the account of this `letters_token`, and can do nothing else. */
  endBy(token: string, kind: EndedKind): EmailEnd {
    return { url: `${this.config.publicUrl}/letters/end?of=${token}&kind=${kind}`, token, kind };
  }

  /** Does nothing for an unknown token or kind, and does not tell so. Idempotent. */
  async unsubscribe(token: string, named: string | undefined): Promise<void> {
    const kind = endedKind(named);
    if (kind === null || !isUuid(token)) return;
    await this.database.transaction(async (tx) => {
      const [account] = await tx.query<{ id: string }>(
        'select id from accounts where letters_token = $1 for no key update',
        [token],
      );
      if (account)
        await this.writeEmailSettings.write(
          tx,
          account.id,
          kind === 'digest' ? { digest: { rhythm: 'off' } } : { kinds: { [kind]: false } },
        );
    });
  }
}
