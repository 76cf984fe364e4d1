typedef int placeholder_plan;
