#include "scheduler/base/buf.h"
