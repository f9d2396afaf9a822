import { describe, expect, it } from 'vitest';
import { left, readable, watch } from './spans';

describe('spans', () => {
  it('whenTimePasses_thenItReadsAsOnAWatch', () => {
    expect([-5, 0, 7_400, 750_000, 3_723_000].map(watch)).toEqual(['0:00', '0:00', '0:07', '12:30', '1:02:03']);
  });

  it('whenALimitRunsOut_thenNothingIsLeft', () => {
    expect(left(0, 100, 25)).toBe(0.75);
    expect(left(0, 100, 200)).toBe(0);
    expect(left(100, 100, 100)).toBe(0);
  });

  it('whenANumberIsShown_thenItIsInGroupsAndWhole', () => {
    expect(readable('+493012345678')).toBe('+49 301 234 5678');
    expect(readable('+15551234567').replace(/ /g, '')).toBe('+15551234567');
    expect(readable('+861012345678').startsWith('+86 ')).toBe(true);
    expect(readable('1001')).toBe('1001');
    expect(readable('')).toBe('');
  });
});
