typedef int placeholder_civil;
