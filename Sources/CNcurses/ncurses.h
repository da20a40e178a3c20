// The wide-character ncurses, as functions: macros are switched off so that Swift sees every call,
// and the globals are behind accessors so that Swift 6 need not reason about shared variables.
#ifndef MOAT_NCURSES_H
#define MOAT_NCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <locale.h>
#include <ncurses.h>

static inline WINDOW *moat_stdscr(void) { return stdscr; }
static inline int moat_colors(void) { return COLORS; }
static inline int moat_color_pairs(void) { return COLOR_PAIRS; }
static inline int moat_lines(void) { return LINES; }
static inline int moat_columns(void) { return COLS; }

#endif
