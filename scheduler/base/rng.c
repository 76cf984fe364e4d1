#include "scheduler/base/rng.h"
