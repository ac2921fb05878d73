import { OmitType } from '@nestjs/swagger';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { NAME_LENGTH } from '../accounts/accounts.requests.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { BrandSetting } from '../programme/brand.requests.ts';
import { ConferenceRequest, IsKnownZone, SlowModeSetting } from '../programme/programme.requests.ts';
import { EDITED_FIELDS } from './edited-fields.ts';
import { archiveRefused } from './exports.problems.ts';

/**
 * The fields that an archive may hold. An archive may come from anywhere, so that nothing is stored that the API would
 * refuse; fields not named here are ignored.
 */

const SECONDS_OF_YEARS = 10_000_000;
/** Longest HTML of a rendered text, in characters. */
const HTML_LENGTH = 1_000_000;

const AnHttpAddress = (): PropertyDecorator =>
  IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false, allow_underscores: true },
    { message: 'It is no http or https address.' },
  );
export const ATime = (): PropertyDecorator => IsISO8601({ strict: true }, { message: 'It is no time.' });
export const ASlug = (): PropertyDecorator => Matches(SLUG, { message: SLUG_RULE });
/** An identifier: a role, a kind of decision, the key of a rule. */
const AWord = (each = false): PropertyDecorator =>
  Matches(/^[a-z][a-z0-9.-]{0,59}$/, { each, message: 'It is no word of the forum.' });

const ImageUrl = (): PropertyDecorator =>
  Matches(/^\/brand\/[\w-]{22}-\d{1,4}x\d{1,4}\.(?:png|webp)$/, { message: 'It is no image of a conference.' });

export class BrandData extends BrandSetting {
  @MayBeNull() @ImageUrl() logoUrl?: string | null;
  @MayBeNull() @ImageUrl() logoDarkUrl?: string | null;
  @MayBeNull() @ImageUrl() coverUrl?: string | null;
}

export class ConferenceData extends OmitType(ConferenceRequest, ['timeZone', 'url']) {
  @IsUUID() id: string;
  @Validate(IsKnownZone) timeZone: string;
  @MayBeNull() @AnHttpAddress() @MaxLength(2_000) url: string | null;
  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => BrandData) brand?: BrandData;
}

class SlotData {
  @ATime() startsAt: string;
  @IsInt() @Min(0) @Max(SECONDS_OF_YEARS) durationMinutes: number;
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true }) room: string;
  @MayBeLeftOut() @PlainText({ min: 1, max: 220, oneLine: true }) key?: string;
}

class LinkData {
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true }) title: string;
  @AnHttpAddress() @MaxLength(2_000) url: string;
  @MayBeLeftOut() @PlainText({ min: 0, max: 40, oneLine: true }) kind?: string;
}

class SpeakerData {
  @IsUUID() id: string;
  @PlainText({ min: 1, max: 320, oneLine: true, keepsHandles: true }) key: string;
  @PlainText({ min: 1, max: 200, oneLine: true, keepsHandles: true }) name: string;
  @IsString() @MaxLength(HTML_LENGTH) bioHtml: string;
}

export class TalkData {
  @IsUUID() id: string;
  @PlainText({ min: 1, max: 220, oneLine: true }) guid: string;
  @ASlug() slug: string;
  @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true }) title: string;
  @PlainText({ min: 0, max: 300, oneLine: true, keepsHandles: true }) subtitle: string;
  @IsString() @MaxLength(HTML_LENGTH) abstractHtml: string;
  @PlainText({ min: 0, max: 40, oneLine: true }) language: string;
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true }) track: string;
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true }) room: string;
  @MayBeNull() @ATime() startsAt: string | null;
  @IsInt() @Min(0) @Max(SECONDS_OF_YEARS) durationMinutes: number;
  @IsIn(['confirmed', 'cancelled']) status: 'confirmed' | 'cancelled';
  @MayBeNull() @AnHttpAddress() @MaxLength(2_000) url: string | null;
  @MayBeLeftOut() @IsBoolean() doNotRecord?: boolean;
  @MayBeLeftOut() @PlainText({ min: 0, max: 200, oneLine: true }) licence?: string;
  /** As earlier archives name the licence. */
  @MayBeLeftOut() @PlainText({ min: 0, max: 200, oneLine: true }) recordingLicense?: string;
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => LinkData) links?: LinkData[];
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LinkData)
  attachments?: LinkData[];
  @IsArray() @ArrayMaxSize(20_000) @ValidateNested({ each: true }) @Type(() => SlotData) slots: SlotData[];
  @IsArray() @ArrayMaxSize(1_000) @ValidateNested({ each: true }) @Type(() => SpeakerData) speakers: SpeakerData[];
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(EDITED_FIELDS.length) @IsIn(EDITED_FIELDS, { each: true }) edited?: string[];
}

class PhasesData {
  @ATime() opensAt: string;
  @ATime() readonlyAt: string;
  @ATime() archivedAt: string;
}

class CountsData {
  @IsInt() @Min(0) comments: number;
  @IsInt() @Min(0) questions: number;
  @IsInt() @Min(0) answered: number;
  @IsInt() @Min(0) declined: number;
  @IsInt() @Min(0) merged: number;
  @IsInt() @Min(0) expired: number;
}

export class ThreadData {
  @IsUUID() id: string;
  /** Not in archives of earlier versions. */
  @MayBeNull() @IsUUID() recapId?: string | null;
  @MayBeNull() @IsUUID() talkId: string | null;
  @ASlug() slug: string;
  @PlainText({ min: 1, max: 300, oneLine: true, keepsHandles: true }) title: string;
  @AWord() state: string;
  /** Not in archives of earlier versions. */
  @MayBeNull() @PlainText({ min: 0, max: 2_000 }) lockReason?: string | null;
  @MayBeNull() @IsIn(['none', 'first', 'all']) screening: 'none' | 'first' | 'all' | null;
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => SlowModeSetting) slowMode: SlowModeSetting | null;
  @IsObject() @ValidateNested() @Type(() => PhasesData) phases: PhasesData;
  @ATime() startsAt: string;
  @IsInt() @Min(1) @Max(1_000_000_000) seq: number;
  @IsObject() @ValidateNested() @Type(() => CountsData) counts: CountsData;
  @MayBeNull() @ATime() lastActivityAt: string | null;
  @IsInt() @Min(0) @Max(99_999) files: number;
}

export class AuthorData {
  @IsUUID() id: string;
  @PlainText({ min: 1, max: NAME_LENGTH.max, oneLine: true }) name: string;
  @IsArray() @ArrayMaxSize(10) @AWord(true) roles: string[];
}

class QuestionData {
  @AWord() status: string;
  @MayBeLeftOut() @PlainText({ min: 0, max: 2_000 }) reason?: string;
  @MayBeLeftOut() @IsUUID() answerId?: string;
  @MayBeLeftOut() @IsUUID() mergedInto?: string;
}

class RevisionData {
  @IsInt() @Min(1) revision: number;
  @IsString() @MaxLength(HTML_LENGTH) html: string;
  @ATime() writtenAt: string;
}

export class CommentData {
  @IsUUID() id: string;
  @IsInt() @Min(1) @Max(1_000_000_000) seq: number;
  @IsInt() @Min(1) @Max(1_000_000_000) changedSeq: number;
  @IsInt() @Min(1) revision: number;
  @IsIn(['comment', 'question', 'answer']) kind: 'comment' | 'question' | 'answer';
  @MayBeNull() @IsUUID() parentId: string | null;
  @MayBeNull() @IsUUID() rootId: string | null;
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => AuthorData) author: AuthorData | null;
  @IsString() @MaxLength(HTML_LENGTH) html: string;
  @IsIn(['visible', 'held', 'withheld', 'withdrawn']) state: 'visible' | 'held' | 'withheld' | 'withdrawn';
  @IsInt() @Min(0) votes: number;
  @IsInt() @Min(0) replyCount: number;
  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => QuestionData) question?: QuestionData;
  @ATime() createdAt: string;
  @MayBeNull() @ATime() editedAt: string | null;
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(100_000)
  @ValidateNested({ each: true })
  @Type(() => RevisionData)
  revisions?: RevisionData[];
}

export class LedgerLineData {
  @IsUUID() id: string;
  @ATime() at: string;
  @AWord() kind: string;
  @MayBeNull() @AWord() rule: string | null;
  @PlainText({ min: 0, max: 2_000 }) reason: string;
  @AWord() role: string;
  @MayBeNull() @IsUUID() threadId: string | null;
  @MayBeLeftOut() @IsUUID() recapId?: string;
  @MayBeLeftOut() @ATime() until?: string;
  @MayBeLeftOut() @IsUUID() reverses?: string;
  @MayBeLeftOut() @IsUUID() reversedBy?: string;
}

export class PersonaData {
  @IsUUID() id: string;
  @Matches(/^[\w:.-]{1,100}$/, { message: 'It is no seed of an avatar.' }) avatarSeed: string;
}

type Constructor<T> = new () => T;

/** Checks one object of an archive against its class. Throws `archive-refused` with the file and the field. */
export function dataOf<T extends object>(type: Constructor<T>, value: unknown, place: string): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw archiveRefused({ fault: `${place} is not as the format has it.` });
  const data = plainToInstance(type, value);
  const [error] = validateSync(data, { whitelist: true, forbidUnknownValues: true, stopAtFirstError: true });
  if (error) throw archiveRefused({ fault: `${place}${faultOf(error)}` });
  return data;
}

/** Checks a list of objects, a hundred in a turn of the event loop. */
export async function listOf<T extends object>(type: Constructor<T>, value: unknown, place: string): Promise<T[]> {
  if (!Array.isArray(value)) throw archiveRefused({ fault: `${place} is no list.` });
  const found: T[] = [];
  for (const slice of slicesOf(value as unknown[])) {
    for (const one of slice) found.push(dataOf(type, one, `${place}#/${found.length}`));
    await nextTurn();
  }
  return found;
}

function faultOf({ property, constraints, children }: ValidationError): string {
  const [sentence] = Object.values(constraints ?? {});
  if (sentence === undefined && children?.[0]) return `/${property}${faultOf(children[0])}`;
  return `/${property}: ${sentence ?? 'it is not as the format has it.'}`;
}
