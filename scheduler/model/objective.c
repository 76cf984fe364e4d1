#include "scheduler/model/objective.h"
