// A function that the C library's module leaves out: it gives freed memory back to the system.
#ifndef MOAT_MEMORY_H
#define MOAT_MEMORY_H

#include <malloc.h>

#endif
