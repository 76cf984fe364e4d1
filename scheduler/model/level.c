#include "scheduler/model/level.h"
