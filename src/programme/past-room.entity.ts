import { Entity, PrimaryColumn } from 'typeorm';

/** A room in which a talk was to be before; how a room of another name is found by its printed code. */
@Entity('past_rooms')
export class PastRoom {
  @PrimaryColumn('uuid') talkId: string;
  @PrimaryColumn('text') room: string;
}
