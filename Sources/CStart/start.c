// A static program asks /proc for its own path before its first line runs, and ends where there is no
// /proc, as in a bare chroot. The path serves to find a program that draws backtraces, which the package
// does not hold. Named in the environment, it is not asked for.
#include "start.h"

#include <stdlib.h>
#include <unistd.h>

// Runs before the constructors of the Swift runtime, which have no priority.
__attribute__((constructor(101))) static void prepare(void) {
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/usr", 0);
}
