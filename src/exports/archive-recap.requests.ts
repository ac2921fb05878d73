import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsUUID, Min, ValidateNested } from 'class-validator';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { ASlug, ATime, AuthorData } from './archive.requests.ts';

/** The author of a recap as an archive has them; the lines about them are for its own pages. */
class RecapAuthorData extends AuthorData {
  @MayBeLeftOut() @PlainText({ min: 0, max: 300, oneLine: true }) tagline?: string;
  @MayBeLeftOut() @PlainText({ min: 0, max: 2_000 }) biography?: string;
}

/** A recap as an archive has it. */
export class RecapData {
  @MayBeNull() @IsUUID() threadId: string | null;
  @IsInt() @Min(1) version: number;
  @PlainText({ min: 0, max: 30_000 }) markdown: string;
  @IsArray() @ArrayMaxSize(10_000) @IsUUID(undefined, { each: true }) items: string[];
  @ATime() savedAt: string;
  /** The fields that follow are not in archives of earlier versions, whose recaps are all official. */
  @MayBeLeftOut() @IsUUID() id?: string;
  @MayBeLeftOut() @ASlug() slug?: string;
  @MayBeNull() @PlainText({ min: 1, max: 300, oneLine: true }) title?: string | null;
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => RecapAuthorData) author?: RecapAuthorData | null;
  @MayBeLeftOut() @IsBoolean() isOfficial?: boolean;
  @MayBeLeftOut() @ATime() publishedAt?: string;
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(10_000) @IsUUID(undefined, { each: true }) talkIds?: string[];
}
