/* excpt.h: structured exception handling under its C names. C++ has other uses for them, so only C files get these. */
#define try __try
#define except __except
#define finally __finally
#define leave __leave
