#include "scheduler/base/digest.h"
