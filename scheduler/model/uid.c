typedef int placeholder_uid;
