#include "scheduler/base/bits.h"
