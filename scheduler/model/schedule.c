#include "scheduler/model/schedule.h"
