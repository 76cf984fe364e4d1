#include "scheduler/base/zone.h"
