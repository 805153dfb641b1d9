import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  contains,
  dayOf,
  daysBetween,
  daysInMonth,
  daysOf,
  firstDay,
  isDay,
  lastDay,
  overlaps,
  partsOf,
  precisionOf,
  weekdayOf,
} from '../../src/record/days.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the days of a partial date', () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-06', '2021-06-01', '2021-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2021-06-20', '2021-06-20', '2021-06-20'],
  ])('of %s run from %s to %s', (date, from, to) => {
    expect(daysOf(date)).toEqual({ from, to });
    expect([firstDay(date), lastDay(date)]).toEqual([from, to]);
  });

  it.each(['2021-13', '2021-02-30', '2021-00', '21', 'June 2021', ''])('do not exist for “%s”', (date) => {
    expect(() => daysOf(date)).toThrow(RangeError);
  });

  it('know how precise the date is', () => {
    expect(['2021', '2021-06', '2021-06-20'].map(precisionOf)).toEqual(['year', 'month', 'day']);
  });
});

describe('a day', () => {
  it('is a day of the calendar', () => {
    expect(['2024-02-29', '2000-02-29', '2021-12-31'].every(isDay)).toBe(true);
    expect(['2023-02-29', '2100-02-29', '2021-06-31', '2021-06', '0000-01-01', '2021-6-1'].some(isDay)).toBe(false);
  });

  it('is put together from year, month and day, and taken apart', () => {
    expect(dayOf(987, 6, 5)).toBe('0987-06-05');
    expect(partsOf('0987-06-05')).toEqual({ year: 987, month: 6, day: 5 });
    expect(() => dayOf(2021, 6, 31)).toThrow(RangeError);
    expect(() => partsOf('yesterday')).toThrow(RangeError);
  });

  it('has a weekday, Monday first', () => {
    expect(weekdayOf('2021-06-20')).toBe(7);
    expect(weekdayOf('2021-06-21')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(weekdayOf('0050-01-03')).toBe(1);
  });

  it('moves over the ends of months and years', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addMonths('2021-01-31', 1)).toBe('2021-02-28');
    expect(addMonths('2021-01-15', -13)).toBe('2019-12-15');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
  });

  it('goes as many days forth as back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(addDays(moved, -count)).toBe(day);
        expect((weekdayOf(day) - 1 + ((count % 7) + 7)) % 7).toBe(weekdayOf(moved) - 1);
      }),
    );
  });

  it('stays within the month it is moved to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const from = partsOf(day);
        const to = partsOf(addMonths(day, count));
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(count);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  it('sorts', () => {
    expect(['2021-06-20', '2020-12-31', '2021-06-03'].sort(compareDays)).toEqual([
      '2020-12-31',
      '2021-06-03',
      '2021-06-20',
    ]);
    expect(compareDays('2021-06-20', '2021-06-20')).toBe(0);
  });
});

describe('two periods', () => {
  const june = daysOf('2021-06');

  it('overlap when they share a day', () => {
    expect(overlaps(june, { from: '2021-06-30', to: '2021-07-05' })).toBe(true);
    expect(overlaps(june, daysOf('2021-07'))).toBe(false);
    expect(overlaps(june, { from: null, to: '2021-06-01' })).toBe(true);
    expect(overlaps(june, { from: '2021-07-01', to: null })).toBe(false);
    expect(overlaps({ from: null, to: '2020-12-31' }, { from: '2021-01-01', to: null })).toBe(false);
    expect(overlaps({ from: null, to: null }, june)).toBe(true);
  });

  it('lie in each other when no day is outside', () => {
    expect(contains(daysOf('2021'), june)).toBe(true);
    expect(contains(june, daysOf('2021'))).toBe(false);
    expect(contains({ from: '2021-06-01', to: null }, june)).toBe(true);
    expect(contains(june, { from: '2021-06-05', to: null })).toBe(false);
    expect(contains({ from: null, to: null }, { from: null, to: null })).toBe(true);
  });
});
