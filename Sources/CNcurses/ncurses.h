// The wide-character ncurses, as functions: macros are switched off so that Swift sees every call,
// the globals are behind accessors so that Swift 6 need not reason about shared variables, and the
// macros that remain, which Swift cannot see, have a function each.
#ifndef MOAT_NCURSES_H
#define MOAT_NCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <wchar.h>

static inline WINDOW *moat_stdscr(void) { return stdscr; }
static inline WINDOW *moat_curscr(void) { return curscr; }
static inline int moat_colors(void) { return COLORS; }
static inline int moat_color_pairs(void) { return COLOR_PAIRS; }
static inline int moat_lines(void) { return LINES; }
static inline int moat_columns(void) { return COLS; }

static inline attr_t moat_bold(void) { return WA_BOLD; }
static inline attr_t moat_dim(void) { return WA_DIM; }
static inline attr_t moat_italic(void) { return WA_ITALIC; }
static inline attr_t moat_underline(void) { return WA_UNDERLINE; }
static inline attr_t moat_reverse(void) { return WA_REVERSE; }

// The name of the character set of the locale that is in force.
static inline const char *moat_codeset(void) { return nl_langinfo(CODESET); }

// The cells a character takes for the system, and so for ncurses; -1 for what it cannot print. The
// declaration is here because that of <wchar.h> depends on feature macros the modules do not share.
static inline int moat_cells(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

// The first character of some bytes in the locale's character set: how many bytes it takes, -2 where it
// has more of them, -1 where they are none.
static inline long moat_decode(const unsigned char *bytes, long count, wchar_t *character) {
  mbstate_t state = {0};
  return (long)mbrtowc(character, (const char *)bytes, (size_t)count, &state);
}

// A string capability of the terminal; null where it has none.
static inline const char *moat_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? 0 : value;
}

// The sequence that moves the cursor to a cell, valid until the next call; null where the terminal cannot.
static inline const char *moat_cursor_address(int row, int column) {
  const char *capability = moat_capability("cup");
  return capability ? tparm(capability, row, column) : 0;
}

#endif
