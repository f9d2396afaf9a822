import { describe, expect, it } from 'vitest';
import { SHORTCUTS, actionOf, shownFor, type KeyPress } from './shortcuts';

const press = (change: Partial<KeyPress>): KeyPress =>
  ({ key: 'a', code: 'KeyA', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, typing: false, ...change });

describe('shortcuts', () => {
  it('whenThereAreMany_thenNoKeyMeansTwoThings', () => {
    expect(new Set(SHORTCUTS.map((one) => one.code)).size).toBe(SHORTCUTS.length);
    expect(new Set(SHORTCUTS.map((one) => one.action)).size).toBe(SHORTCUTS.length);
  });

  it('whenAltIsHeld_thenItWorksWhileOneTypes', () => {
    expect(actionOf(press({ altKey: true, typing: true }))).toBe('answer');
  });

  it('whenAKeyboardWritesAnotherLetterThere_thenThePlaceOfTheKeyCounts', () => {
    expect(actionOf(press({ altKey: true, key: 'å' }))).toBe('answer');
  });

  it('whenAltGrWritesACharacter_thenNothingIsDone', () => {
    expect(actionOf(press({ altKey: true, ctrlKey: true }))).toBeNull();
    expect(actionOf(press({}))).toBeNull();
  });

  it('whenAQuestionMarkIsTyped_thenHelpComesOnlyOutsideOfFields', () => {
    expect(actionOf(press({ key: '?', code: 'Slash', shiftKey: true }))).toBe('help');
    expect(actionOf(press({ key: '?', code: 'Slash', shiftKey: true, typing: true }))).toBeNull();
  });

  it('whenAnActionIsShown_thenItsKeysAre', () => {
    expect(shownFor('hold')).toBe('Alt+H');
    expect(shownFor('help')).toBe('?');
  });
});
