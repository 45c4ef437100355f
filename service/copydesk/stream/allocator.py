"""Memory of a process that passes chunks: what the allocator keeps, what the collector looks at.

`keep_freed_memory`: chunks are buffers of hundreds of kilobytes that come and go. By default glibc hands each back to
the kernel and asks for it anew, and every page of it is cleared and mapped again: that was two
thirds of the cost of passing a chunk to a child and back (14 us an article of 4 kB; 6.5 us with
these settings). What is kept is bounded by what is in flight at most.
"""

import ctypes
import gc

_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_THRESHOLD = -1, -2, -3
"""Numbers of glibc's <malloc.h>."""

KEPT_BYTES = 128 << 20
LARGEST_KEPT_BYTES = 32 << 20
"""The most glibc takes for this setting; larger ones are given back as before."""
STEP_BYTES = 8 << 20


def keep_freed_memory() -> bool:
    """Set this process's allocator; False where it is another than glibc's, and nothing is changed."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return False
    settings = (
        (_M_TRIM_THRESHOLD, KEPT_BYTES),
        (_M_MMAP_THRESHOLD, LARGEST_KEPT_BYTES),
        (_M_TOP_PAD, STEP_BYTES),
    )
    return all(mallopt(number, value) == 1 for number, value in settings)


def forget_start_up() -> None:
    """Take everything made so far (modules, tables, models) out of the garbage collector's rounds.

    It lives as long as the process, and looking through it again and again is time for nothing.
    """
    gc.collect()
    gc.freeze()
