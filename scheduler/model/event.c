#include "scheduler/model/event.h"
