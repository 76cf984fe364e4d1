#include "scheduler/model/eligibility.h"
