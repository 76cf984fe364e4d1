#include "scheduler/base/text.h"
