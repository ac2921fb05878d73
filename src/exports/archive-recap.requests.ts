import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsUUID, Min, ValidateNested } from 'class-validator';
import { MayBeLeftOut, MayBeNull } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { ASlug, ATime, AuthorData } from './archive.requests.ts';

/** A recap as an archive has it. */
export class RecapData {
  @MayBeNull() @IsUUID() threadId: string | null;
  @IsInt() @Min(1) version: number;
  @PlainText({ min: 0, max: 30_000 }) markdown: string;
  @IsArray() @ArrayMaxSize(10_000) @IsUUID(undefined, { each: true }) items: string[];
  @ATime() savedAt: string;
  /** What follows is not in archives of earlier versions, whose recaps are all official. */
  @MayBeLeftOut() @IsUUID() id?: string;
  @MayBeLeftOut() @ASlug() slug?: string;
  @MayBeNull() @PlainText({ min: 1, max: 300, oneLine: true }) title?: string | null;
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => AuthorData) author?: AuthorData | null;
  @MayBeLeftOut() @IsBoolean() isOfficial?: boolean;
  @MayBeLeftOut() @ATime() publishedAt?: string;
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(10_000) @IsUUID(undefined, { each: true }) talkIds?: string[];
}
