import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The house's colour: a calm teal, dark enough for white text (AA) from shade 7 on. */
const teal: MantineColorsTuple = ['#e8f7f5', '#cfeae6', '#a3d6cf', '#70bfb5', '#46aa9e', '#279388', '#0f8178', '#0b6b64', '#085650', '#04413d'];
const slate: MantineColorsTuple = ['#f6f8fa', '#eceff3', '#dde3ea', '#c3ccd6', '#98a4b3', '#6a7787', '#4f5b6a', '#3a4552', '#28313c', '#1a212a'];
const night: MantineColorsTuple = ['#d7dde5', '#b4bdc9', '#8d98a7', '#6b7686', '#4a5461', '#37404c', '#272f3a', '#1d242d', '#161c24', '#10151b'];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, gray: slate, dark: night },
  fontFamily: '"Inter Variable", "SF Pro Text", "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", monospace',
  headings: { fontWeight: '620' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 550 } },
    // A key pressed while a menu is just opening, before the hands are in it, does not close it again; Escape does.
    Menu: { defaultProps: { clickOutsideEvents: ['mousedown', 'touchstart'] } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35, blur: 2 } } },
  },
});
