#include "scheduler/model/verify.h"
