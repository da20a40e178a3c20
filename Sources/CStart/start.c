// A static program of Swift reads /proc before its first line: its own path, to find a program that draws
// backtraces, without which it ends; and its arguments, without which it runs with none. A bare chroot has no
// /proc. There both are told to the runtime by other means: the path by the environment, which names a
// folder that the program does not need, and the arguments by the runtime's own entry.
#include "start.h"

#include <stdlib.h>
#include <unistd.h>

// An entry of the Swift runtime (stdlib/public/runtime), for programs that know their arguments better.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **words, int count);

// Runs before the constructors of the Swift runtime, which have no priority; the C library gives every
// constructor the arguments of main.
__attribute__((constructor(101))) static void prepare(int count, char **words) {
  if (access("/proc/self/exe", F_OK) == 0) return;
  setenv("SWIFT_ROOT", "/usr", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(words, count);
}
