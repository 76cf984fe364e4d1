#include "scheduler/base/findings.h"
