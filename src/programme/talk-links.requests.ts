import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/left-out.ts';
import { PlainText } from '../platform/http/plain-text.ts';
import { WebAddress } from '../platform/http/web-address.ts';

/** Most links and most attachments of a talk, as in a file. */
const LINKS_AT_MOST = 50;

export class TalkLinkRequest {
  @ApiPropertyOptional({
    description: 'What the link is shown as, at most 200 characters; its address without one.',
    maxLength: 200,
  })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 200, oneLine: true, keepsHandles: true })
  title?: string;
  @ApiProperty({ description: 'An http or https address, at most 2000 characters.', maxLength: 2000 })
  @WebAddress({ max: 2_000 })
  url: string;
  @ApiPropertyOptional({ maxLength: 40, description: 'What its programme calls links of its kind.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 40, oneLine: true })
  kind?: string;
}

/** A list of links; `description` says what they lead to. It may be left out unless it is required. */
export const AreLinks =
  (description: string, { isRequired = false } = {}): PropertyDecorator =>
  (target, property) => {
    for (const decorate of [
      ...(isRequired ? [] : [MayBeLeftOut()]),
      IsArray({ message: 'Give a list of links.' }),
      ArrayMaxSize(LINKS_AT_MOST, { message: `Give at most ${LINKS_AT_MOST} links.` }),
      IsObject({ each: true, message: 'Give a list of links.' }),
      ValidateNested({ each: true }),
      Type(() => TalkLinkRequest),
      ApiProperty({ type: [TalkLinkRequest], description, required: isRequired }),
    ])
      decorate(target, property);
  };

export class TalkLinksRequest {
  @AreLinks('All links of the talk in their order, at most 50: one that is left out is removed.', { isRequired: true })
  links: TalkLinkRequest[];
}
