import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class ErasureRequest {
  @ApiProperty({
    enum: ['keep', 'remove'],
    description:
      'keep: what was said stays, from a former participant. remove: it is withdrawn, and its words are deleted.',
  })
  @IsIn(['keep', 'remove'], { message: 'Choose "keep" or "remove".' })
  posts: 'keep' | 'remove';
}
