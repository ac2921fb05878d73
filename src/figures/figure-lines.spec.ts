import { describe, expect, it } from '@jest/globals';
import { placeShown } from './figure-lines.ts';
import type { FigureWindow } from './figure-window.ts';

const ROW = { threadId: 't1', talk: 'on-leaving', day: '2026-05-02', hour: '2026-05-02T10:00:00Z' };
const showing =
  (...kinds: FigureWindow['kind'][]) =>
  ({ kind }: FigureWindow): boolean =>
    kinds.includes(kind);

describe('a line of a figure’s file', () => {
  it('tells its talk and its hour where the number of the talk is shown', () => {
    expect(placeShown(ROW, ['conference', 'day', 'talk'], showing('talk'))).toEqual({
      talk: 'on-leaving',
      hour: '2026-05-02T10:00:00Z',
    });
  });

  it('tells no hour of a talk that is not shown, on a day that is: the programme says what was on', () => {
    expect(placeShown(ROW, ['conference', 'day', 'talk'], showing('day'))).toEqual({ talk: null, hour: '' });
  });

  it('tells the hour with the day where its figure is not counted by talk', () => {
    expect(placeShown(ROW, ['conference', 'day'], showing('day'))).toEqual({ talk: null, hour: ROW.hour });
    expect(placeShown(ROW, ['conference', 'day'], showing('talk'))).toEqual({ talk: null, hour: '' });
    expect(placeShown(ROW, ['conference'], showing('day', 'talk'))).toEqual({ talk: null, hour: '' });
  });
});
