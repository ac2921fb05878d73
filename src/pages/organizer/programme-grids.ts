import { Injectable } from '@nestjs/common';
import type { OrganizedGridShape } from '../../../web/pages/organized-grid.tsx';
import type { ProgrammeChoice } from '../../../web/pages/organized-address.ts';
import type { ConferenceShape, TalkShape } from '../../../web/components/shapes.ts';
import { Clock } from '../../kernel/clock.ts';
import { ProgrammeByRoom, type DayByRoom } from '../../transcript/programme-by-room.ts';
import { ProgrammeOutline } from '../../transcript/programme-outline.ts';

/** Most rooms beside each other, and most talks in more than one of them, so that a large day stays a small page. */
const ROOMS_SHOWN = 6;
const TALKS_SHOWN = 80;

/** A grid and the choice that it shows, with what the asked one left open or had wrong. */
export interface ChosenGrid {
  grid: OrganizedGridShape;
  choice: ProgrammeChoice;
}

/** Reads a day of a programme by room, some rooms at a time. */
@Injectable()
export class ProgrammeGrids {
  constructor(
    private readonly programmeByRoom: ProgrammeByRoom,
    private readonly programmeOutline: ProgrammeOutline,
    private readonly clock: Clock,
  ) {}

  async read(conference: ConferenceShape, asked: ProgrammeChoice): Promise<ChosenGrid> {
    const { days } = await this.programmeOutline.of(conference.id);
    const day = days.includes(asked.day) ? asked.day : (days[0] ?? '');
    const { rooms, inRooms, unplaced } = await this.programmeByRoom.day(conference.id, day || null);
    const groups = inGroups(rooms);
    const number = Math.min(asked.rooms, Math.max(1, groups.length));
    const [talks, others] = await Promise.all([inRooms(groups[number - 1] ?? []), unplaced()]);
    return {
      choice: { ...asked, day, rooms: number },
      grid: {
        days,
        groups,
        talks: (talks as TalkShape[]).map((talk) => ({ ...talk, day, thread: null })),
        unplaced: others as TalkShape[],
        at: this.clock.now().getTime(),
      },
    };
  }
}

/** Rooms in their order, as many together as are shown at once. */
function inGroups(rooms: DayByRoom['rooms']): string[][] {
  const groups: string[][] = [];
  let talks = Infinity;
  for (const { room, count } of rooms) {
    const group = groups.at(-1);
    talks += count;
    if (group && group.length < ROOMS_SHOWN && talks <= TALKS_SHOWN) group.push(room);
    else {
      groups.push([room]);
      talks = count;
    }
  }
  return groups;
}
