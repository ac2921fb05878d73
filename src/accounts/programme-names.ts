import { Injectable } from '@nestjs/common';
import { normaliseText } from '../kernel/text.ts';
import { isSeen } from '../kernel/visible-text.ts';
import type { Queryable } from '../platform/database/database.ts';
import { faultOf } from '../platform/http/plain-text.ts';
import { NAME_LENGTH } from './accounts.requests.ts';

/** A talk, and the account that speaks in it. */
interface SpeakingAccount {
  talkId: string | null;
  accountId: string;
}

/** Code points of a name that is cut, one of which is the sign that it is. */
const CUT_AT = NAME_LENGTH.max - 1;

/** Reads the names of speakers in the programme, as names of personas. */
@Injectable()
export class ProgrammeNames {
  /** The names of a talk's speakers, in the order of the programme. */
  async of(through: Queryable, talkId: string): Promise<string[]> {
    const rows = await through.query<{ name: string }>(
      `select s.name from talk_speakers ts
       join speakers s on s.id = ts.speaker_id
       where ts.talk_id = $1
       order by ts.position, s.id`,
      [talkId],
    );
    return [...new Set(rows.map(({ name }) => fitName(name)).filter((name) => name !== null))];
  }

  /**
   * The name an account has in the programme: the one its invitation was made for, else that of the only speaker. Null
   * where several could be meant.
   */
  async ownIn(through: Queryable, { talkId, accountId }: SpeakingAccount): Promise<string | null> {
    if (talkId === null) return null;
    const names = await this.of(through, talkId);
    if (names.length <= 1) return names[0] ?? null;
    const [grant] = await through.query<{ name: string | null }>(
      `select name from grants where account_id = $1 and talk_id = $2 and role = 'speaker' and name is not null`,
      [accountId, talkId],
    );
    const invitedAs = fitName(grant?.name ?? '');
    return names.find((name) => name === invitedAs) ?? null;
  }
}

/**
 * A name of a programme as one a persona may have: on one line, without control characters, at most 60 characters. Null
 * when nothing is left of it.
 */
export function fitName(name: string): string | null {
  const line = normaliseText(name.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' '));
  const rule = { ...NAME_LENGTH, oneLine: true };
  if (!isSeen(line)) return null;
  if (faultOf(line, rule) === null) return line;
  const cut = `${[...line].slice(0, CUT_AT).join('').trimEnd()}…`;
  return faultOf(cut, rule) === null ? cut : null;
}
