#include "scheduler/model/slot.h"
