// Prepares a start where /proc is not mounted; nothing is to be called.
#ifndef MOAT_START_H
#define MOAT_START_H
#endif
